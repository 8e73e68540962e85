using System.IO.Compression;
using System.Text;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;

namespace OutreachBot.Flows.Tests.Translating;

/// <summary>Files as tools and people leave them.</summary>
public sealed class FormatReadingTests
{
    private const string Header = "key,language,source,target,status,from,reviewer,reviewed_on,note,source_hash";
    private const string PoHeader = "msgid \"\"\nmsgstr \"Language: qu\\n\"\n\n";

    private static readonly TranslationUnit Unit = new(
        "report", "where", PromptPart.Text, "¿Dónde? {line}", "¿Maypi? {line}", ReviewStatus.Translated, false, "0123abcd", "Rosa", null, "n");

    private static TranslationFile Read(string format, string text) => TranslationFormats.Find(format)!.Read(Encoding.UTF8.GetBytes(text));

    private static string Written(string format, LanguageTag? language = null) => Encoding.UTF8.GetString(TranslationFormats.Find(format)!.Write([Unit], language ?? LanguageTag.Quechua));

    [Theory]
    [InlineData(';', "\r\n", "\uFEFF")]
    [InlineData('\t', "\n", "")]
    public void A_sheet_saved_by_a_spreadsheet_with_its_own_separator_is_read(char separator, string newLine, string mark)
    {
        var text = mark + Header.Replace(',', separator) + newLine + $"a.b.text,qu,Hola,Allin,draft,,,,,0123abcd".Replace(',', separator) + newLine + new string(separator, 9) + newLine;
        var row = Assert.Single(Read("csv", text).Rows);
        Assert.Equal(("line 2", "a.b.text", "Allin", "0123abcd"), (row.Place, row.Key, row.Target, row.SourceHash));
    }

    [Theory]
    [InlineData(Header, "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    [InlineData(Header, "'=1", "=1")]
    [InlineData(Header, "''=1", "'=1")]
    [InlineData(Header, "'a", "'a")]
    public void The_sign_that_keeps_a_cell_from_being_a_formula_is_taken_off(string header, string cell, string words) =>
        Assert.Equal(words, Assert.Single(Read("csv", $"{header}\nk,qu,x,\"{cell}\",draft,,,,,0123abcd\n").Rows).Target);

    [Theory]
    [InlineData("=1")]
    [InlineData("+591")]
    [InlineData("-1")]
    [InlineData("@a")]
    [InlineData("'=1")]
    public void No_cell_that_goes_out_begins_like_a_formula(string words)
    {
        var text = Encoding.UTF8.GetString(new CsvFormat().Write([Unit with { Target = words, From = words }], LanguageTag.Quechua));
        Assert.DoesNotContain($",{words},", text, StringComparison.Ordinal);
        Assert.Contains($",'{words},", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key,target\n", "line 1", "language")]
    [InlineData(Header + ",target\n", "line 1", "target")]
    [InlineData(Header + "\na,qu\n", "line 2", null)]
    [InlineData(Header + "\na,fr,x,y,,,,,,0123abcd\n", "line 2", "language")]
    [InlineData(Header + "\na,es,x,y,,,,,,0123abcd\n", "line 2", "language")]
    [InlineData(Header + "\na,qu,x,y,,,,,,0123abcd\nb,ay,x,y,,,,,,0123abcd\n", "line 3", "language")]
    [InlineData(Header + "\na,qu,\"x,y,,,,,,0123abcd\n", "line 2", null)]
    [InlineData("", "line 1", null)]
    public void A_sheet_that_is_none_is_refused_with_the_line(string text, string place, string? column)
    {
        var fault = Read("csv", text).Faults[0];
        Assert.Equal((place, column), (fault.Place, fault.Column));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("po")]
    [InlineData("xliff")]
    public void Another_encoding_is_refused_with_the_line_and_the_mend(string name)
    {
        var format = TranslationFormats.Find(name)!;
        var text = Written(name);
        var latin = Assert.Single(format.Read(Encoding.Latin1.GetBytes(text)).Faults);
        Assert.Matches("^line [0-9]+: the file is not UTF-8", latin.ToString());
        var wide = Assert.Single(format.Read((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Faults);
        Assert.Contains("UTF-16", wide.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_language_is_answered_with_those_that_are_known()
    {
        string[] texts = [Written("csv").Replace(",qu,", ",fr,", StringComparison.Ordinal), Written("po").Replace("Language: qu", "Language: fr", StringComparison.Ordinal), Written("xliff").Replace("language=\"qu\"", "language=\"fr\"", StringComparison.Ordinal)];
        foreach (var (name, text) in new[] { "csv", "po", "xliff" }.Zip(texts))
        {
            Assert.Contains("'fr' is no language of the line. Known: qu, ay, quc.", Assert.Single(Read(name, text).Faults).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE xliff [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "document type")]
    [InlineData("<!DOCTYPE xliff>", "document type")]
    public void A_document_type_is_refused(string type, string problem)
    {
        var text = Written("xliff");
        var end = text.IndexOf("?>", StringComparison.Ordinal) + 2;
        Assert.Contains(problem, Assert.Single(Read("xliff", text[..end] + type + text[end..]).Faults).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flows/report/es.yaml", "flows/welcome/es.yaml", "stands in the file of")]
    [InlineData("source-language=\"es\"", "source-language=\"en\"", "it is 'en'")]
    [InlineData("version=\"1.2\"", "version=\"2.0\"", "this is XLIFF 2.0")]
    [InlineData("state=\"translated\"", "state=\"done\"", "there is no state 'done'")]
    [InlineData("id=\"report.where.text\"", "name=\"x\"", "the unit has none")]
    [InlineData("</body>", "", "no XML that can be read")]
    [InlineData("encoding=\"utf-8\"", "encoding=\"ISO-8859-1\"", "ISO-8859-1")]
    public void An_XLIFF_of_another_kind_is_refused_with_its_line(string old, string with, string problem)
    {
        var text = Written("xliff");
        Assert.Contains(old, text, StringComparison.Ordinal);
        var fault = Read("xliff", text.Replace(old, with, StringComparison.Ordinal)).Faults[0];
        Assert.Matches("^line [0-9]+", fault.Place);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ph id=\"line\">{line}</ph>")]
    [InlineData("<ph id=\"line\"/>")]
    [InlineData("<x id=\"line\"/>")]
    [InlineData("<g id=\"1\">{line}</g>")]
    [InlineData("{line}")]
    public void A_placeholder_is_read_however_a_tool_protects_it(string written) =>
        Assert.Equal("¿Maypi? {line}", Assert.Single(Read("xliff", Written("xliff").Replace("¿Maypi? <ph id=\"line\">{line}</ph>", "¿Maypi? " + written, StringComparison.Ordinal)).Rows).Target);

    [Theory]
    [InlineData("needs-translation", "draft")]
    [InlineData("needs-review-translation", "draft")]
    [InlineData("translated", "translated")]
    [InlineData("signed-off", "community_reviewed")]
    [InlineData("final", "approved")]
    public void The_state_of_a_target_is_its_review(string state, string status) =>
        Assert.Equal(status, Assert.Single(Read("xliff", Written("xliff").Replace("state=\"translated\"", $"state=\"{state}\"", StringComparison.Ordinal)).Rows).Status);

    [Theory]
    [InlineData("#, fuzzy\n", "draft")]
    [InlineData("", "translated")]
    [InlineData("# status: approved\n", "approved")]
    [InlineData("# status: approved\n#, fuzzy, c-format\n", "draft")]
    public void What_is_fuzzy_is_a_draft_and_what_is_not_is_translated(string comments, string status) =>
        Assert.Equal(status, Assert.Single(Read("po", $"{PoHeader}{comments}msgctxt \"a.b.text\"\nmsgid \"\"\n\"Ho\"\n\"la\"\nmsgstr \"Allin\"\n").Rows).Status);

    [Theory]
    [InlineData("msgid \"Hola\"\nmsgstr \"Allin\"\n", 4)]
    [InlineData("msgctxt \"a\"\nmsgid \"Hola\n\nmsgstr \"x\"\n", 5)]
    [InlineData("msgctxt \"a\"\nmsgid \"Hola\"\n", 4)]
    [InlineData("msgctxt \"a\"\nmsgid \"Hola\"\nmsgid_plural \"b\"\nmsgstr \"x\"\n", 6)]
    [InlineData("msgctxt \"a\"\nmsgid \"Ho\\qla\"\nmsgstr \"x\"\n", 5)]
    [InlineData("\"x\"\n", 4)]
    public void A_broken_PO_is_refused_with_its_line(string text, int line) =>
        Assert.Equal($"line {line}", Read("po", PoHeader + text).Faults[0].Place);

    [Fact]
    public void A_file_of_fifty_megabytes_and_a_sheet_that_unfolds_to_more_are_refused()
    {
        var large = new byte[50 << 20];
        Assert.All(TranslationFormats.All, f => Assert.Contains("larger than 8 MB", Assert.Single(f.Read(large).Faults).Problem, StringComparison.Ordinal));

        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var content = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open())
        {
            content.Write(new byte[65 << 20]);
        }
        Assert.Contains("unfolds", Assert.Single(new XlsxFormat().Read(packed.ToArray()).Faults).Problem, StringComparison.Ordinal);
    }
}
