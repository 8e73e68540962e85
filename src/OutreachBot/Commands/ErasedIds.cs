using Microsoft.Data.Sqlite;
using OutreachBot.Privacy;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary>Ids of erased reports, from where they outlived the store.</summary>
internal static class ErasedIds
{
    private const string Database = "outreach.db";

    /// <param name="named">A file of ids, a former data directory, or its database.</param>
    /// <param name="set">The file of the settings; passed over while there is none.</param>
    /// <returns>Null when there is no ledger to be had.</returns>
    /// <exception cref="StartRefusedException">It is there and is none.</exception>
    public static IReadOnlyList<TipId>? Find(string? named, string? set)
    {
        if ((named ?? (File.Exists(set) ? set : null)) is not { } path)
        {
            return null;
        }
        try
        {
            var file = Directory.Exists(path) ? Path.Combine(path, Database) : path;
            return IsDatabase(file) ? OfDatabase(file) : OfText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartRefusedException($"--ledger: {path} can't be read. Name a file of ids, or the former data directory. Nothing was changed.");
        }
    }

    private static bool IsDatabase(string file)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[16];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }

    private static List<TipId> OfDatabase(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM erased ORDER BY id";
        using var reader = command.ExecuteReader();
        var ids = new List<TipId>();
        while (reader.Read())
        {
            ids.Add(new TipId(RandomId.FromBytes((byte[])reader.GetValue(0))));
        }
        return ids;
    }

    private static List<TipId> OfText(string file)
    {
        var ids = new List<TipId>();
        var number = 0;
        foreach (var line in File.ReadLines(file).Select(l => l.Trim()))
        {
            number++;
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                ids.Add(TipId.TryParse(line, out var id)
                    ? id
                    : throw new StartRefusedException($"{file}:{number}: that is no id of a report, which has 32 hexadecimal digits. Nothing was changed."));
            }
        }
        return ids;
    }
}
