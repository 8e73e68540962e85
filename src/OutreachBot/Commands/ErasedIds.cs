using Microsoft.Data.Sqlite;
using OutreachBot.Backups;
using OutreachBot.Privacy;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary>Ids of erased reports, from where they outlived the store.</summary>
/// <param name="IsTorn">The last line is cut off: whoever wrote it was stopped.</param>
internal sealed record ErasedIds(IReadOnlyList<TipId> Ids, bool IsTorn)
{
    private const string Database = "outreach.db";
    private const string None = "none";

    /// <param name="named">A file of ids, a former data directory, its database, or <c>none</c>.</param>
    /// <param name="set">The file of the settings.</param>
    /// <returns>Null when there is no ledger, and that was said or none is set.</returns>
    /// <exception cref="StartRefusedException">It isn't there, or is none.</exception>
    public static ErasedIds? Find(string? named, string? set)
    {
        if (named == None || (named ?? set) is not { } path)
        {
            return null;
        }
        try
        {
            var file = Directory.Exists(path) ? Path.Combine(path, Database) : path;
            return IsDatabase(file) ? new ErasedIds(OfDatabase(file), IsTorn: false) : OfText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartRefusedException(named is null
                ? $"Backup__LedgerFile: {path} can't be read ({e.GetType().Name}), and without it what was erased would be back. See that its disk is there, name another with --ledger FILE, or say --ledger none. Nothing was changed."
                : $"--ledger: {path} can't be read. Name a file of ids, or the former data directory. Nothing was changed.");
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

    private static ErasedIds OfText(string file)
    {
        var ledger = LedgerLines.Read(file);
        return ledger.Damaged is { } number
            ? throw new StartRefusedException($"{file}:{number}: that is no id of a report, which has 32 hexadecimal digits. Nothing was changed.")
            : new ErasedIds(ledger.Ids, ledger.IsTorn);
    }
}
