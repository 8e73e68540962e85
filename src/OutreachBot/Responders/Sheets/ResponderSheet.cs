using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace OutreachBot.Responders.Sheets;

/// <summary>A CSV file of responders: UTF-8, a header, <c>;</c> between several values of a cell.</summary>
/// <remarks>
/// A Spanish spreadsheet puts <c>;</c> between the cells as well. That is no riddle: it quotes a cell that holds one, so the
/// header tells which sign it is, and a line in which a cell was not quoted has too many.
/// </remarks>
internal static class ResponderSheet
{
    public static readonly IReadOnlyList<string> Columns =
        ["name", "phone", "role", "country", "areas", "languages", "competences", "institution", "on_duty"];

    private static readonly string Header = string.Join(',', Columns);

    /// <param name="Columns">Those of the header.</param>
    public sealed record Content(IReadOnlySet<string> Columns, IReadOnlyList<SheetLine> Lines)
    {
        public static readonly Content Nothing = new(new HashSet<string>(), []);
    }

    /// <returns>The lines, and what can't be read at all; with a faulty header no lines.</returns>
    public static (Content Content, IReadOnlyList<SheetFault> Faults) Read(ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(text.Span))
        {
            return (Content.Nothing, [NotUtf8(text.Span)]);
        }
        var separator = SeparatorOf(text.Span);
        if (separator is not (',' or ';'))
        {
            return (Content.Nothing, [new SheetFault(1, null, "the cells are not divided by commas", "Save it as 'CSV UTF-8'.")]);
        }
        var lines = new List<SheetLine>();
        var faults = new List<SheetFault>();
        List<string> header = [];
        using var reader = CsvReader.Create(text, OptionsFor(separator));
        try
        {
            if (!reader.Read())
            {
                return (Content.Nothing, [new SheetFault(1, null, "the file is empty", $"Begin with the line {Header}.")]);
            }
            header = ReadHeader(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
            faults.AddRange(CheckHeader(header));
            while (faults.Count == 0 && reader.Read())
            {
                ReadLine(reader, header, separator, lines, faults);
            }
        }
        catch (CsvFormatException broken)
        {
            faults.Add(new SheetFault(Math.Max(broken.LineNumber, 1), null, "its quotes don't match", "Close every \" and double those inside a cell."));
        }
        return (new Content(header.ToHashSet(StringComparer.Ordinal), lines), faults);
    }

    private static void ReadLine(CsvReader reader, List<string> header, char separator, List<SheetLine> lines, List<SheetFault> faults)
    {
        var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        if (cells.TrueForAll(string.IsNullOrWhiteSpace))
        {
            return;
        }
        // Spreadsheets leave empty columns behind the last one.
        while (cells.Count > header.Count && string.IsNullOrWhiteSpace(cells[^1]))
        {
            cells.RemoveAt(cells.Count - 1);
        }
        if (cells.Count == header.Count)
        {
            lines.Add(new SheetLine(reader.LineNumber, header.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal)));
            return;
        }

        // One unquoted cell makes all that stand after it wrong: one sentence for the file, not one for each line.
        if (separator == ';' && faults.Count > 0)
        {
            return;
        }
        faults.Add(new SheetFault(
            reader.LineNumber, null, $"it has {cells.Count} cells, the header {header.Count}",
            separator == ';'
                ? "In a file with ; between the cells, a cell with several values stands in quotes, \"BO-010601;BO-02\": save it from the spreadsheet as 'CSV UTF-8'."
                : "Quote cells that hold a comma."));
    }

    private static List<string> ReadHeader(IEnumerable<string> cells)
    {
        var header = cells.Select(c => SpanishWords.Read(c.Trim().ToLowerInvariant())).ToList();
        while (header.Count > 1 && header[^1].Length == 0)
        {
            header.RemoveAt(header.Count - 1);
        }
        return header;
    }

    private static IEnumerable<SheetFault> CheckHeader(List<string> header)
    {
        if (!header.Exists(Columns.Contains))
        {
            yield return new SheetFault(1, null, "it is no header", $"Begin with the line {Header}.");
            yield break;
        }
        foreach (var missing in Columns.Except(header, StringComparer.Ordinal))
        {
            yield return new SheetFault(1, missing, "the column is missing", $"The header is {Header}, in any order.");
        }
        foreach (var unknown in header.Except(Columns, StringComparer.Ordinal).Except(FurtherColumns.All, StringComparer.Ordinal))
        {
            yield return new SheetFault(
                1, unknown.Length == 0 ? null : LineFaults.Shown(unknown), "there is no such column",
                $"The header is {Header}, and if you like {string.Join(',', FurtherColumns.All)}.");
        }
        foreach (var twice in header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return new SheetFault(1, LineFaults.Shown(twice.Key), "the column is there twice", "Keep one of them.");
        }
    }

    /// <summary>What stands between the names of the header.</summary>
    private static char SeparatorOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var header = end < 0 ? text : text[..end];
        return header.Contains((byte)',') ? ',' : header.Contains((byte)';') ? ';' : header.Contains((byte)'\t') ? '\t' : ',';
    }

    private static SheetFault NotUtf8(ReadOnlySpan<byte> text)
    {
        var good = 0;
        while (Rune.DecodeFromUtf8(text[good..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            good += length;
        }
        return new SheetFault(
            1 + text[..good].Count((byte)'\n'), null, "the file is not UTF-8 (older spreadsheets save accents in Windows-1252)", "Save it as 'CSV UTF-8'.");
    }

    private static CsvReaderOptions OptionsFor(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        SkipEmptyLines = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };
}
