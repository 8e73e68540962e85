using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;

namespace OutreachBot.Tests.Adversaries;

/// <summary>All tables, row by row, byte by byte.</summary>
internal static class StoreDump
{
    /// <returns>Rows by their table, each <c>column=value</c>, sorted.</returns>
    public static SortedDictionary<string, List<string>> Of(string dataDirectory)
    {
        var store = new StolenStore(new DataDirectory(dataDirectory));
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in store.Tables())
        {
            tables[table] = [.. store.Rows(table).Select(row => string.Join(' ', row.Cells.Select(c => $"{c.Key}={Show(c.Value)}"))).Order(StringComparer.Ordinal)];
        }
        return tables;
    }

    /// <summary>Rows that one has and the other hasn't, with their table.</summary>
    public static IReadOnlyList<string> Difference(SortedDictionary<string, List<string>> before, SortedDictionary<string, List<string>> after) =>
    [
        .. before.SelectMany(t => t.Value.Except(after[t.Key], StringComparer.Ordinal).Select(row => $"-{t.Key} {row}")),
        .. after.SelectMany(t => t.Value.Except(before[t.Key], StringComparer.Ordinal).Select(row => $"+{t.Key} {row}")),
    ];

    private static string Show(object? cell) => cell switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => FormattableString.Invariant($"{cell}"),
    };
}
