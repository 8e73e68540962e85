using System.Text;
using CsvHelper;

namespace OutreachBot.Responders.Sheets;

/// <summary>One line of a sheet, as text by column.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal sealed record SheetLine(long Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell without the sign that keeps spreadsheets from taking it for a formula.</summary>
    public string this[string column] =>
        Cells[column].Trim() is ['\'', '=' or '+' or '-' or '@', ..] escaped ? escaped[1..] : Cells[column].Trim();

    /// <summary>A cell's values between semicolons.</summary>
    public IReadOnlyList<string> List(string column) =>
        this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"[line {Line}]";
}

/// <summary>A CSV file of responders: UTF-8, a header, <c>;</c> between several values of a cell.</summary>
internal static class ResponderSheet
{
    public static readonly IReadOnlyList<string> Columns =
        ["name", "phone", "role", "country", "areas", "languages", "competences", "institution", "on_duty"];

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        SkipEmptyLines = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    /// <returns>The lines, and what can't be read at all; with a faulty header no lines.</returns>
    public static (IReadOnlyList<SheetLine> Lines, IReadOnlyList<SheetFault> Faults) Read(ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (!System.Text.Unicode.Utf8.IsValid(text.Span))
        {
            return ([], [new SheetFault(1, null, "the file is not UTF-8", "Save it as 'CSV UTF-8'.")]);
        }
        var lines = new List<SheetLine>();
        var faults = new List<SheetFault>();
        using var reader = CsvReader.Create(text, Options);
        try
        {
            if (!reader.Read())
            {
                return ([], [new SheetFault(1, null, "the file is empty", $"Begin with the line {string.Join(',', Columns)}.")]);
            }
            var header = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim().ToLowerInvariant()).ToList();
            faults.AddRange(CheckHeader(header));
            while (faults.Count == 0 && reader.Read())
            {
                ReadLine(reader, header, lines, faults);
            }
        }
        catch (CsvFormatException broken)
        {
            faults.Add(new SheetFault(Math.Max(broken.LineNumber, 1), null, "its quotes don't match", "Close every \" and double those inside a cell."));
        }
        return (lines, faults);
    }

    private static void ReadLine(CsvReader reader, List<string> header, List<SheetLine> lines, List<SheetFault> faults)
    {
        if (reader.FieldCount != header.Count)
        {
            faults.Add(new SheetFault(
                reader.LineNumber, null, $"it has {reader.FieldCount} cells, the header {header.Count}", "Quote cells that hold a comma."));
            return;
        }
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            cells[header[i]] = reader.GetString(i);
        }
        if (cells.Values.Any(c => c.Trim().Length > 0))
        {
            lines.Add(new SheetLine(reader.LineNumber, cells));
        }
    }

    private static IEnumerable<SheetFault> CheckHeader(List<string> header)
    {
        foreach (var missing in Columns.Except(header, StringComparer.Ordinal))
        {
            yield return new SheetFault(1, missing, "the column is missing", $"The header is {string.Join(',', Columns)}, in any order.");
        }
        foreach (var unknown in header.Except(Columns, StringComparer.Ordinal))
        {
            yield return new SheetFault(1, unknown.Length == 0 ? null : unknown, "there is no such column", $"The header is {string.Join(',', Columns)}.");
        }
        foreach (var twice in header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return new SheetFault(1, twice.Key, "the column is there twice", "Keep one of them.");
        }
    }
}
