using System.Text;
using CsvHelper;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>CSV, UTF-8, with a header. Written with commas and LF; read with commas, semicolons or tabs, as spreadsheets save it.</summary>
public sealed class CsvFormat : ITranslationFormat
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",;\"\r\n\t");

    private static readonly char[] Separators = [',', ';', '\t'];

    public string Name => "csv";

    public bool IsText => true;

    public byte[] Write(IReadOnlyList<TranslationUnit> units, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(units);
        var text = new StringBuilder();
        WriteLine(text, SheetColumns.All);
        foreach (var unit in units)
        {
            WriteLine(text, SheetColumns.CellsOf(unit, language));
        }
        // No byte order mark: scripts read this; who works in a spreadsheet takes the spreadsheet.
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public TranslationFile Read(ReadOnlyMemory<byte> bytes)
    {
        var (text, fault) = FileText.Decode(bytes.Span);
        if (fault is not null)
        {
            return new TranslationFile(null, [], [fault]);
        }
        var rows = new List<TranslationRow>();
        var faults = new List<RowFault>();
        var languages = new List<(string, string)>();
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), OptionsFor(text));
        try
        {
            if (!reader.Read())
            {
                return TranslationFile.Unreadable("line 1", "the file is empty", "Export anew.");
            }
            var header = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim().ToLowerInvariant()).ToList();
            faults.AddRange(SheetColumns.CheckHeader("line 1", header));
            while (faults.Count == 0 && reader.Read())
            {
                ReadLine(reader, header, rows, languages, faults);
            }
        }
        catch (CsvFormatException broken)
        {
            faults.Add(new RowFault($"line {Math.Max(broken.LineNumber, 1)}", null, "its quotes don't match", "Close every \" and double those inside a cell."));
        }
        return new TranslationFile(SheetColumns.LanguageOf(languages, faults), rows, faults);
    }

    private static CsvReaderOptions OptionsFor(string text) => new()
    {
        Separator = SeparatorOf(text),
        HasHeader = false,
        TrackLineNumbers = true,
        SkipEmptyLines = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    // A spreadsheet in a country with a decimal comma saves semicolons.
    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var header = end < 0 ? text : text[..end];
        return Separators.MaxBy(s => header.Count(c => c == s));
    }

    private static void ReadLine(
        CsvReader reader, List<string> header, List<TranslationRow> rows, List<(string, string)> languages, List<RowFault> faults)
    {
        var place = $"line {reader.LineNumber}";
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(header.Count, reader.FieldCount); i++)
        {
            cells.TryAdd(header[i], reader.GetString(i));
        }
        if (cells.Values.All(string.IsNullOrWhiteSpace))
        {
            return;
        }
        if (reader.FieldCount != header.Count)
        {
            faults.Add(new RowFault(place, null, $"it has {reader.FieldCount} cells, the header {header.Count}", "Quote cells that hold the separator."));
            return;
        }
        languages.Add((place, cells["language"]));
        rows.Add(SheetColumns.RowOf(place, column => cells.GetValueOrDefault(column, "")));
    }

    private static void WriteLine(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            var cell = cells[i];
            if (cell.AsSpan().ContainsAny(Quoted) || cell != cell.Trim())
            {
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(cell);
            }
        }
        text.Append('\n');
    }
}
