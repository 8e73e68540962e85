using OutreachBot.Backups;
using OutreachBot.Privacy;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Storage.Sqlite.Copies;

/// <param name="Tips">Reports that are there now, those included that the ledger takes away again at the next start.</param>
/// <param name="WasThere">It was put over a store.</param>
/// <param name="Newer">Reports that the store had and the backup hadn't. Above 0 nothing was done, unless that was wished.</param>
/// <param name="KeepsChain">False: the backup's audit and the store's go apart, and the store's stays.</param>
internal sealed record Replacement(int Tips, bool WasThere, int Newer, bool KeepsChain, bool Done);

/// <summary>Puts a staged backup in the store's place, in one transaction: all of it or nothing.</summary>
internal sealed class StoreReplacement(DataDirectory data, ILogger logger)
{
    /// <param name="erased">What is known to have been erased, from elsewhere.</param>
    /// <param name="replace">Also when the store has reports that the backup hasn't.</param>
    /// <param name="hour">Now, in hours since 1970-01-01 UTC.</param>
    /// <exception cref="StartRefusedException">The store is another installation's.</exception>
    public Replacement Run(StagedStore staged, IReadOnlyCollection<TipId> erased, bool replace, long hour)
    {
        staged.Close();
        using var store = new SqliteFile(data.DatabaseFile()).Open();
        SqliteMigrations.Apply(store, Migration.All, logger);
        Attach(store, staged.Path);
        store.Execute("BEGIN IMMEDIATE");
        var wasThere = store.Read($"SELECT count(*) FROM main.meta WHERE name = '{KeyStart.Setting}'") > 0;
        RefuseForeign(store, wasThere);
        var newer = (int)store.Read("SELECT count(*) FROM main.tip WHERE state <> 'Withdrawn' AND id NOT IN (SELECT id FROM back.tip)");
        if (newer > 0 && !replace)
        {
            store.Execute("ROLLBACK");
            return new Replacement(0, wasThere, newer, KeepsChain: true, Done: false);
        }
        var keepsChain = TakeAudit(store);
        Mark(store);
        TakeTables(store, wasThere);
        Remember(store, erased, hour);
        var tips = (int)store.Read("SELECT count(*) FROM main.tip");
        store.Execute("COMMIT");
        store.Read("PRAGMA wal_checkpoint(TRUNCATE)");
        return new Replacement(tips, wasThere, newer, keepsChain, Done: true);
    }

    private void RefuseForeign(SqliteSession store, bool wasThere)
    {
        if (wasThere && store.Read($"SELECT count(*) FROM main.meta JOIN back.meta USING (name, value) WHERE name = '{KeyStart.Setting}'") == 0)
        {
            throw new StartRefusedException($"{data.Path} was made with another server key than the backup, so it is another installation's: name an empty directory with --data DIR. Nothing was changed.");
        }
    }

    private static void Attach(SqliteSession store, string path)
    {
        using var attach = store.Prepare("ATTACH DATABASE ?1 AS back");
        attach.Bind(1, path).Run();
    }

    // The chain is never cut: whoever put a backup back could hide by it what was opened since.
    private static bool TakeAudit(SqliteSession store)
    {
        var apart = store.Read(
            """
            SELECT count(*) FROM back.audit AS b
            WHERE b.number <= coalesce((SELECT max(number) FROM main.audit), 0)
              AND NOT EXISTS (SELECT 1 FROM main.audit AS m WHERE m.number = b.number AND m.hash = b.hash)
            """);
        if (apart > 0)
        {
            return false;
        }
        var columns = ColumnsOf("audit");
        store.Execute($"INSERT INTO main.audit ({columns}) SELECT {columns} FROM back.audit WHERE number > coalesce((SELECT max(number) FROM main.audit), 0) ORDER BY number");
        return true;
    }

    // What was withdrawn since is withdrawn again at the start that follows, by the room whose matter it is.
    private static void Mark(SqliteSession store)
    {
        var withdrawn = new List<string>();
        using (var find = store.Prepare("SELECT lower(hex(id)) FROM main.tip WHERE state = 'Withdrawn'"))
        {
            while (find.Step())
            {
                withdrawn.Add(find.Text(0));
            }
        }
        using var mark = store.Prepare("INSERT OR REPLACE INTO main.meta (name, value) VALUES (?1, ?2)");
        mark.Bind(1, RestoreStart.Setting).Bind(2, string.Join(' ', withdrawn)).Run();
    }

    private static void TakeTables(SqliteSession store, bool wasThere)
    {
        foreach (var left in BackupContents.Left.Where(t => t.Emptied))
        {
            store.Execute($"DELETE FROM main.{left.Name}");
        }
        foreach (var table in BackupContents.Copied.Where(t => t.Name != "audit"))
        {
            if (table.Before is { } before)
            {
                store.Execute(before);
            }
            var meeting = table.Name == "recipient" ? KeysMeet(store) : table.Meeting;
            if (meeting is Meeting.Stays && wasThere)
            {
                continue;
            }
            if (meeting is Meeting.Replaced)
            {
                store.Execute($"DELETE FROM main.{table.Name}");
            }
            store.Execute($"INSERT OR IGNORE INTO main.{table.Name} ({table.Columns}) SELECT {table.Columns} FROM back.{table.Name}");
        }
    }

    // A key that was destroyed since stays destroyed, and a passphrase stays the newer one. But where the backup's recovery
    // key is unknown to the store, somebody has put another in its place: that is what a backup is for.
    private static Meeting KeysMeet(SqliteSession store) =>
        store.Read(
            """
            SELECT count(*) FROM back.recipient AS b JOIN main.recipient AS m ON m.public_key = b.public_key
            WHERE b.kind = 'recovery' AND m.kind IN ('recovery', 'former')
            """) > 0
            ? Meeting.Stays
            : Meeting.Replaced;

    private static void Remember(SqliteSession store, IReadOnlyCollection<TipId> erased, long hour)
    {
        foreach (var id in erased)
        {
            using var record = store.Prepare("INSERT INTO main.erased (id, hour) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING");
            record.Bind(1, id.Value.ToBytes()).Bind(2, hour).Run();
        }
    }

    private static string ColumnsOf(string table) => BackupContents.Copied.Single(t => t.Name == table).Columns;
}
