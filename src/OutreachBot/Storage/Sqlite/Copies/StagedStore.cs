using System.Security.Cryptography;
using OutreachBot.Backups;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Settings;

namespace OutreachBot.Storage.Sqlite.Copies;

/// <summary>A backup as a database of its own, beside the store: looked over and brought to this build's shape before it is put in place.</summary>
/// <remarks>It holds what the store itself would: boxes and seals. It is overwritten before it is deleted, for it may hold what has been erased since.</remarks>
internal sealed class StagedStore : IDisposable
{
    private const string Name = "restoring.db";

    private readonly SqliteSession _session;

    private StagedStore(string path)
    {
        Path = path;
        _session = new SqliteFile(path).Open();
    }

    public string Path { get; }

    /// <summary>An empty one, of the shape that the backup's store had.</summary>
    /// <param name="migrations">Numbers that this build knows.</param>
    public static StagedStore Begin(DataDirectory data, IReadOnlyList<int> migrations, ILogger logger)
    {
        var path = System.IO.Path.Combine(data.Path, Name);
        Shred(path);
        var staged = new StagedStore(path);
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

    /// <summary>Closes it, so that it can be attached to the store.</summary>
    public void Close() => _session.Dispose();

    public void Dispose()
    {
        _session.Dispose();
        Shred(Path);
    }

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

    private static void Shred(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            using (var old = new FileStream(file, FileMode.Open, FileAccess.Write))
            {
                var noise = new byte[64 * 1024];
                for (var left = old.Length; left > 0; left -= noise.Length)
                {
                    RandomNumberGenerator.Fill(noise);
                    old.Write(noise, 0, (int)Math.Min(noise.Length, left));
                }
                old.Flush(flushToDisk: true);
            }
            File.Delete(file);
        }
    }
}
