using System.Globalization;
using System.Text;
using System.Xml;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>XLIFF 1.2 (OASIS, 2008): a file a flow, a unit a wording, placeholders as <c>ph</c>.</summary>
/// <remarks>
/// <c>ph</c> and not <c>x</c>: tools protect both, but those that flatten a unit to plain text keep what stands inside a
/// <c>ph</c> and lose an <c>x</c>.
/// </remarks>
public sealed class XliffFormat : ITranslationFormat
{
    internal const string Xmlns = "urn:oasis:names:tc:xliff:document:1.2";
    internal const string HashPrefix = "source_hash=";

    /// <summary>Who a note is from, in its attribute of that name.</summary>
    internal const string ForTranslators = "developer";
    internal const string Attested = "attested";
    internal const string Reviewer = "reviewer";

    /// <summary>States of a target and what they are here; the first that fits is written.</summary>
    internal static readonly IReadOnlyList<(string State, ReviewStatus? Status)> States =
    [
        ("needs-translation", null), ("new", null), ("needs-review-translation", ReviewStatus.Draft), ("needs-adaptation", ReviewStatus.Draft),
        ("needs-l10n", ReviewStatus.Draft), ("needs-review-adaptation", ReviewStatus.Draft), ("needs-review-l10n", ReviewStatus.Draft),
        ("translated", ReviewStatus.Translated), ("signed-off", ReviewStatus.CommunityReviewed), ("final", ReviewStatus.Approved),
    ];

    public string Name => "xliff";

    public bool IsText => true;

    public byte[] Write(IReadOnlyList<TranslationUnit> units, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(units);
        using var written = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using (var xml = XmlWriter.Create(written, settings))
        {
            xml.WriteStartElement("xliff", Xmlns);
            xml.WriteAttributeString("version", "1.2");
            foreach (var flow in units.GroupBy(u => u.Flow, StringComparer.Ordinal))
            {
                WriteFile(xml, flow.Key, flow, language);
            }
            xml.WriteEndElement();
        }
        written.WriteByte((byte)'\n');
        return written.ToArray();
    }

    public TranslationFile Read(ReadOnlyMemory<byte> bytes)
    {
        var (text, fault) = FileText.Decode(bytes.Span);
        return fault is null ? new XliffReader().Read(text) : new TranslationFile(null, [], [fault]);
    }

    internal static string OriginalOf(string flow) => $"flows/{flow}/es.yaml";

    private static void WriteFile(XmlWriter xml, string flow, IEnumerable<TranslationUnit> units, LanguageTag language)
    {
        xml.WriteStartElement("file", Xmlns);
        xml.WriteAttributeString("original", OriginalOf(flow));
        xml.WriteAttributeString("source-language", LanguageTag.Spanish.ToString());
        xml.WriteAttributeString("target-language", language.ToString());
        xml.WriteAttributeString("datatype", "plaintext");
        xml.WriteStartElement("body", Xmlns);
        foreach (var unit in units)
        {
            WriteUnit(xml, unit);
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteUnit(XmlWriter xml, TranslationUnit unit)
    {
        xml.WriteStartElement("trans-unit", Xmlns);
        xml.WriteAttributeString("id", unit.Key);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteAttributeString("extradata", HashPrefix + unit.SourceHash);
        xml.WriteStartElement("source", Xmlns);
        WriteWords(xml, unit.Source);
        xml.WriteEndElement();
        xml.WriteStartElement("target", Xmlns);
        xml.WriteAttributeString("state", States.First(s => s.Status == unit.Status).State);
        WriteWords(xml, unit.Target ?? "");
        xml.WriteEndElement();
        Note(xml, ForTranslators, unit.Note);
        if (unit.Target is not null)
        {
            Note(xml, Attested, unit.From);
            Note(xml, Reviewer, unit.Review is { } review ? $"{review.By}, {review.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : null);
        }
        xml.WriteEndElement();
    }

    private static void WriteWords(XmlWriter xml, string words)
    {
        // Nothing, but said: from here on the writer indents no more, and each space is a word's own.
        xml.WriteRaw("");
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, isPlaceholder) in Braces.Cut(words))
        {
            if (!isPlaceholder)
            {
                xml.WriteString(text);
                continue;
            }
            var name = text[1..^1];
            var times = met[name] = met.GetValueOrDefault(name) + 1;
            xml.WriteStartElement("ph", Xmlns);
            xml.WriteAttributeString("id", times == 1 ? name : $"{name}-{times}");
            xml.WriteString(text);
            xml.WriteEndElement();
        }
    }

    private static void Note(XmlWriter xml, string from, string? words)
    {
        if (words is not null)
        {
            xml.WriteStartElement("note", Xmlns);
            xml.WriteAttributeString("from", from);
            xml.WriteString(words);
            xml.WriteEndElement();
        }
    }
}
