using System.Text.Unicode;
using CsvHelper;

namespace OutreachBot.Places.Imports;

/// <summary>A CSV of places: UTF-8, with a header. Of its levels only <c>locality</c> is taken; the larger ones are embedded.</summary>
internal sealed class LocalitySheet(VillageCheck check)
{
    private static readonly string[] Needed = ["id", "name", "level", "municipality_id", "lat", "lon"];

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        SkipEmptyLines = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private readonly List<Village> _villages = [];
    private readonly List<PlaceFault> _faults = [];
    private int _passedOver;

    /// <param name="progress">Told how many bytes have been read.</param>
    public PlaceFile Read(ReadOnlyMemory<byte> bytes, Action<long> progress)
    {
        if (!Utf8.IsValid(bytes.Span))
        {
            return PlaceFile.Faulty(PlaceFileKind.Localities, new PlaceFault("line 1", null, "the file is not UTF-8", "Save it as 'CSV UTF-8'."));
        }
        using var reader = CsvReader.Create(bytes, Options);
        try
        {
            if (!reader.Read())
            {
                return PlaceFile.Faulty(PlaceFileKind.Localities, new PlaceFault("line 1", null, "the file is empty", $"Begin with the line {string.Join(',', Needed)}."));
            }
            var header = Enumerable.Range(0, reader.FieldCount).Select(i => (Name: reader.GetString(i).Trim().ToLowerInvariant(), At: i))
                .GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.First().At, StringComparer.Ordinal);
            if (Needed.Except(header.Keys, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            {
                return PlaceFile.Faulty(PlaceFileKind.Localities, [.. missing.Select(m => new PlaceFault("line 1", m, "the column is missing", $"The header needs {string.Join(',', Needed)}."))]);
            }
            ReadLines(reader, header, bytes.Length, bytes.Span.Count((byte)'\n') + 1, progress);
        }
        catch (CsvFormatException broken)
        {
            _faults.Add(new PlaceFault($"line {Math.Max(broken.LineNumber, 1)}", null, "its quotes don't match", "Close every \" and double those inside a cell."));
        }
        return new PlaceFile(PlaceFileKind.Localities, _villages, [], _passedOver, _faults);
    }

    private void ReadLines(CsvReader reader, Dictionary<string, int> header, long length, long lines, Action<long> progress)
    {
        var fields = header.Count == 0 ? 0 : header.Values.Max() + 1;
        while (reader.Read())
        {
            var where = $"line {reader.LineNumber}";
            if (reader.FieldCount < fields)
            {
                _faults.Add(new PlaceFault(where, null, $"it has {reader.FieldCount} cells, the header {fields}", "Quote cells that hold a comma."));
                continue;
            }
            string Cell(string column) => header.TryGetValue(column, out var at) ? reader.GetString(at).Trim() : "";
            progress(length * reader.LineNumber / lines);
            if (Cell("level") != "locality")
            {
                _passedOver++;
                continue;
            }
            var names = Cell("alt_names").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (check.Read(where, Cell("id"), Cell("name"), names, Cell("municipality_id"), (Cell("lat"), Cell("lon")), Cell("population"), _faults) is { } village)
            {
                _villages.Add(village);
            }
        }
        progress(length);
    }
}
