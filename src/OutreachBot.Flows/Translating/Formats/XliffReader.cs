using System.Text;
using System.Xml;
using System.Xml.Linq;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>Reads XLIFF 1.2. A document type is refused: it can name files of this machine, and unfold without end.</summary>
internal sealed class XliffReader
{
    private static readonly XNamespace Ns = XliffFormat.Xmlns;

    private readonly List<TranslationRow> _rows = [];
    private readonly List<RowFault> _faults = [];
    private LanguageTag? _language;

    public TranslationFile Read(string text)
    {
        if (Parse(text) is not { } root)
        {
            return new TranslationFile(null, [], _faults);
        }
        if (root.Name != Ns + "xliff" || root.Attribute("version")?.Value != "1.2")
        {
            var what = root.Name.LocalName == "xliff" ? $"this is XLIFF {root.Attribute("version")?.Value}" : $"this is '{root.Name.LocalName}', no XLIFF";
            return TranslationFile.Unreadable(Place(root), what, "Save it as XLIFF 1.2.");
        }
        var files = root.Elements(Ns + "file").ToList();
        if (files.Count == 0)
        {
            Fault(root, null, "there is no <file> in it", "Export anew.");
        }
        foreach (var file in files)
        {
            ReadFile(file);
        }
        return new TranslationFile(_language, _rows, _faults);
    }

    private XElement? Parse(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = TranslationFormats.LargestFile,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            if (document.Declaration?.Encoding is { Length: > 0 } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                _faults.Add(new RowFault("line 1", null, $"the file says it is {encoding}", "Save it as UTF-8."));
                return null;
            }
            return document.Root;
        }
        catch (XmlException broken)
        {
            var isDtd = text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            _faults.Add(isDtd
                ? new RowFault($"line {Math.Max(broken.LineNumber, 1)}", null, "there is a document type in it", "Take the <!DOCTYPE …> out: XLIFF needs none, and it can reach for other files.")
                : new RowFault($"line {Math.Max(broken.LineNumber, 1)}", $"column {Math.Max(broken.LinePosition, 1)}", "this is no XML that can be read", "Export anew, or mend it there."));
            return null;
        }
    }

    private void ReadFile(XElement file)
    {
        var from = file.Attribute("source-language")?.Value ?? "";
        if (!from.Equals(LanguageTag.Spanish.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            Fault(file, "source-language", $"it is '{from}'", "What is translated here is Spanish: es.");
        }
        if (Tags.Read(Place(file), "target-language", file.Attribute("target-language")?.Value ?? "", _faults) is { } tag)
        {
            if (_language is { } before && before != tag)
            {
                Fault(file, "target-language", $"it is '{tag}', before it was '{before}'", "Keep one file a language.");
            }
            _language ??= tag;
        }
        var original = file.Attribute("original")?.Value ?? "";
        foreach (var unit in file.Descendants(Ns + "trans-unit"))
        {
            ReadUnit(unit, original);
        }
    }

    private void ReadUnit(XElement unit, string original)
    {
        var key = unit.Attribute("id")?.Value ?? "";
        if (key.Length == 0)
        {
            Fault(unit, "id", "the unit has none", "Keep the ids as they were exported.");
            return;
        }
        var flow = key.Split('.')[0];
        if (original != XliffFormat.OriginalOf(flow))
        {
            Fault(unit, "original", $"'{key}' stands in the file of '{original}'", $"It belongs to '{XliffFormat.OriginalOf(flow)}'.");
            return;
        }
        var target = unit.Element(Ns + "target");
        var words = target is null ? "" : Flatten(target);
        var (reviewer, day) = ReviewIn(NoteFrom(unit, XliffFormat.Reviewer));
        _rows.Add(new TranslationRow(
            Place(unit), key, unit.Element(Ns + "source") is { } source ? Flatten(source) : "", words,
            StatusOf(unit, target, words), HashIn(unit.Attribute("extradata")?.Value ?? ""), NoteFrom(unit, XliffFormat.Attested), reviewer, day));
    }

    private string StatusOf(XElement unit, XElement? target, string words)
    {
        if (words.Length == 0)
        {
            return "";
        }
        var state = target!.Attribute("state")?.Value;
        if (state is null)
        {
            return StatusWords.Of(unit.Attribute("approved")?.Value == "yes" ? Definitions.ReviewStatus.Translated : Definitions.ReviewStatus.Draft);
        }
        if (XliffFormat.States.All(s => s.State != state))
        {
            Fault(target, "state", $"there is no state '{state}'", $"Write one of {string.Join(", ", XliffFormat.States.Select(s => s.State))}.");
        }
        return StatusWords.Of(XliffFormat.States.FirstOrDefault(s => s.State == state).Status ?? Definitions.ReviewStatus.Draft);
    }

    // What a tool protected is taken by what stands in it, else by its id.
    private static string Flatten(XElement words)
    {
        var text = new StringBuilder();
        foreach (var node in words.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { IsEmpty: true } mark when mark.Name == Ns + "x" || mark.Name == Ns + "ph":
                    text.Append('{').Append(mark.Attribute("id")?.Value.Split('-')[0]).Append('}');
                    break;
                case XElement inner:
                    text.Append(Flatten(inner));
                    break;
            }
        }
        return text.ToString();
    }

    private static string NoteFrom(XElement unit, string who) =>
        unit.Elements(Ns + "note").FirstOrDefault(n => n.Attribute("from")?.Value == who)?.Value.Trim() ?? "";

    private static (string By, string On) ReviewIn(string note)
    {
        var comma = note.LastIndexOf(',');
        return comma < 0 ? (note, "") : (note[..comma].Trim(), note[(comma + 1)..].Trim());
    }

    private static string HashIn(string extra) =>
        extra.StartsWith(XliffFormat.HashPrefix, StringComparison.Ordinal) ? extra[XliffFormat.HashPrefix.Length..] : "";

    private void Fault(XElement at, string? column, string problem, string mend) => _faults.Add(new RowFault(Place(at), column, problem, mend));

    private static string Place(XElement at) => $"line {((IXmlLineInfo)at).LineNumber}";
}
