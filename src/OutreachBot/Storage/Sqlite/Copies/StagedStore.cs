using OutreachBot.Backups;
using OutreachBot.Privacy.Sealing;

namespace OutreachBot.Storage.Sqlite.Copies;

/// <summary>A backup as a database of its own, in memory: looked over and brought to this build's shape before anything of it is put in place.</summary>
/// <remarks>It may hold what has been erased since: no file ever holds that, so a process that is killed leaves none. It takes as much memory as the backup is long.</remarks>
internal sealed class StagedStore : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SqliteSession _session = SqliteSession.Open(":memory:", Patience);

    private StagedStore()
    {
    }

    /// <summary>An empty one, of the shape that the backup's store had.</summary>
    /// <param name="migrations">Numbers that this build knows.</param>
    public static StagedStore Begin(IReadOnlyList<int> migrations, ILogger logger)
    {
        var staged = new StagedStore();
        try
        {
            SqliteMigrations.Apply(staged._session, [.. Migration.All.Where(m => migrations.Contains(m.Number))], logger);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <summary>Takes all of a backup, then brings it to the shape this build knows.</summary>
    /// <exception cref="InvalidDataException">It holds what no backup does.</exception>
    public void Fill(IEnumerable<BackupItem> items, ILogger logger)
    {
        _session.Execute("BEGIN IMMEDIATE");
        var insert = "";
        var count = 0;
        foreach (var item in items)
        {
            switch (item)
            {
                case BackupTable table:
                    (insert, count) = (InsertInto(table), table.Columns.Count);
                    break;
                case BackupRow row when row.Cells.Count == count && count > 0:
                    Insert(insert, row);
                    break;
                default:
                    throw Foreign();
            }
        }
        _session.Execute("COMMIT");
        SqliteMigrations.Apply(_session, Migration.All, logger);
    }

    /// <summary>The keys it holds.</summary>
    public IReadOnlyList<Recipient> Recipients() => SqliteRecipientStore.Read(_session);

    /// <summary>With the store beside it, as <c>line</c>: what is read and what is written are one transaction's.</summary>
    public SqliteSession Beside(string store)
    {
        using (var attach = _session.Prepare("ATTACH DATABASE ?1 AS line"))
        {
            attach.Bind(1, store).Run();
        }
        _session.Execute("PRAGMA line.synchronous = FULL");
        _session.Execute("PRAGMA line.secure_delete = ON");
        return _session;
    }

    public void Dispose() => _session.Dispose();

    // No name of a backup goes into SQL that isn't one of our own.
    private static string InsertInto(BackupTable table)
    {
        var known = BackupContents.Copied.FirstOrDefault(t => t.Name == table.Name)?.Columns.Split(", ");
        if (known is null || table.Columns.Count == 0 || table.Columns.Any(c => !known.Contains(c, StringComparer.Ordinal)))
        {
            throw Foreign();
        }
        return $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"))})";
    }

    private void Insert(string sql, BackupRow row)
    {
        using var insert = _session.Prepare(sql);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            _ = row.Cells[i] switch
            {
                long number => insert.Bind(i + 1, number),
                string text => insert.Bind(i + 1, text),
                byte[] bytes => insert.Bind(i + 1, bytes),
                _ => insert.BindNull(i + 1),
            };
        }
        insert.Run();
    }

    private static InvalidDataException Foreign() => new("It holds what no backup of this program does.");
}
