using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>A spreadsheet (Office Open XML): the columns of the CSV, one sheet named for the language.</summary>
public sealed partial class XlsxFormat : ITranslationFormat
{
    /// <summary>What a file may unfold to: a sheet of this line has less than one MB.</summary>
    private const long LargestUnfolded = 64L << 20;

    private const int MostRows = 20_000;

    // The day a zip file's time begins: a time that changes would make every export another file.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "xlsx";

    public bool IsText => false;

    public byte[] Write(IReadOnlyList<TranslationUnit> units, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(units);
        var rows = units.Select(u => SheetColumns.All.Zip(SheetColumns.CellsOf(u, language)).ToDictionary(c => c.First, object? (c) => c.Second)).ToList();
        using var written = new MemoryStream();
        MiniExcel.SaveAs(written, rows, sheetName: language.ToString(), configuration: new OpenXmlConfiguration
        {
            TableStyles = TableStyles.None,
            AutoFilter = false,
            FreezeRowCount = 1,
            DynamicColumns = [.. SheetColumns.All.Select(c => new DynamicExcelColumn(c) { Width = WidthOf(c) })],
        });
        return Settled(written);
    }

    public TranslationFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > TranslationFormats.LargestFile)
        {
            return TranslationFile.Unreadable("row 1", $"the file is larger than {TranslationFormats.LargestFile >> 20} MB", "It is no export of this line: export anew.");
        }
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            if (!UnfoldsWithinReason(stream))
            {
                return TranslationFile.Unreadable("row 1", "the file unfolds to far more than a sheet of this line holds", "Export anew.");
            }
            stream.Position = 0;
            return ReadRows(MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>());
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or KeyNotFoundException
            or ArgumentException or InvalidOperationException or NotSupportedException or NullReferenceException or IOException or IndexOutOfRangeException or OverflowException)
        {
            // The library has no exception of its own for a file that is none.
            return TranslationFile.Unreadable("row 1", "this is no spreadsheet that can be read", "Save it as .xlsx, or export anew.");
        }
    }

    private static TranslationFile ReadRows(IEnumerable<IDictionary<string, object?>> sheet)
    {
        var rows = new List<TranslationRow>();
        var faults = new List<RowFault>();
        var languages = new List<(string, string)>();
        List<string>? header = null;
        var number = 0;
        foreach (var cells in sheet.Take(MostRows).Select(r => r.Values.Select(TextOf).ToList()))
        {
            number++;
            if (header is null)
            {
                header = [.. cells.Select(c => c.Trim().ToLowerInvariant())];
                faults.AddRange(SheetColumns.CheckHeader("row 1", header));
            }
            else if (faults.Count == 0 && cells.Exists(c => c.Trim().Length > 0))
            {
                var place = $"row {number}";
                string Cell(string column) => header.IndexOf(column) is >= 0 and var at && at < cells.Count ? cells[at] : "";
                languages.Add((place, Cell("language")));
                rows.Add(SheetColumns.RowOf(place, Cell));
            }
        }
        if (header is null)
        {
            return TranslationFile.Unreadable("row 1", "the sheet is empty", "Export anew.");
        }
        return new TranslationFile(SheetColumns.LanguageOf(languages, faults), rows, faults);
    }

    // Spreadsheets turn what looks like a day or a number into one.
    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool UnfoldsWithinReason(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var left = LargestUnfolded;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            // What an entry says of its own size may be a lie: it is read, and counted.
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0 && left >= 0; read = content.Read(buffer))
            {
                left -= read;
            }
        }
        return left >= 0;
    }

    /// <summary>The file without what the library makes anew each time: the times of its parts, the names of its relations.</summary>
    private static byte[] Settled(MemoryStream written)
    {
        written.Position = 0;
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in from.Entries)
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var source = new StreamReader(entry.Open());
                using var target = new StreamWriter(copy.Open());
                var xml = source.ReadToEnd();
                target.Write(entry.FullName is "xl/workbook.xml" or "xl/_rels/workbook.xml.rels" ? RelationId().Replace(xml, m => NameOf(m.Value, names)) : xml);
            }
        }
        return packed.ToArray();
    }

    private static string NameOf(string id, Dictionary<string, string> names) =>
        names.TryGetValue(id, out var name) ? name : names[id] = $"relation{names.Count + 1}";

    [GeneratedRegex("\\bR[0-9a-f]{32}\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RelationId();

    private static double WidthOf(string column) => column switch
    {
        "source" or "target" => 60,
        "key" or "from" or "note" => 30,
        _ => 14,
    };
}
