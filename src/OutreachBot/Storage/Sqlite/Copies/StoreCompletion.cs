using System.Globalization;
using OutreachBot.Backups;
using OutreachBot.Privacy;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Storage.Sqlite.Copies;

/// <param name="Added">Reports that were missing and are there now, those included that the ledger takes away again at the next start.</param>
/// <param name="WasThere">It was put into a store that had keys or people.</param>
/// <param name="KeepsChain">False: the backup's audit and the store's go apart, and the store's stays.</param>
internal sealed record StoreAddition(int Added, bool WasThere, bool KeepsChain);

/// <summary>Adds to the store what a staged backup has and it hasn't, in one transaction: all of it or nothing.</summary>
internal sealed class StoreCompletion(DataDirectory data, ILogger logger)
{
    private const string Mode = "mode";
    private const string CopiesSince = "copies_since";

    /// <param name="erased">What is known to have been erased, from elsewhere.</param>
    /// <param name="made">When the backup was made.</param>
    /// <param name="now">From when what is known from elsewhere is remembered here.</param>
    /// <exception cref="StartRefusedException">The store is another installation's, or a demo's.</exception>
    public StoreAddition Run(StagedStore staged, IReadOnlyCollection<TipId> erased, DateTimeOffset made, DateTimeOffset now)
    {
        using (var own = new SqliteFile(data.DatabaseFile()).Open())
        {
            SqliteMigrations.Apply(own, Migration.All, logger);
        }
        var session = staged.Beside(data.DatabaseFile());
        session.Execute("BEGIN IMMEDIATE");
        RefuseForeign(session);
        var wasThere = session.Read("SELECT EXISTS (SELECT 1 FROM line.recipient WHERE kind <> 'provisional') OR EXISTS (SELECT 1 FROM line.responder)") > 0;
        var keepsChain = TakeAudit(session);
        Remember(session, erased, HourOf(now));
        Choose(session, wasThere);
        var added = (int)session.Read("SELECT count(*) FROM added");
        KeepCopiesSought(session, wasThere, HourOf(made));
        TakeTables(session, wasThere);
        Mark(session);
        session.Execute("COMMIT");
        session.Read("PRAGMA line.wal_checkpoint(TRUNCATE)");
        return new StoreAddition(added, wasThere, keepsChain);
    }

    private void RefuseForeign(SqliteSession session)
    {
        if (Differs(session, KeyStart.Setting))
        {
            throw new StartRefusedException($"{data.Path} was made with another server key than the backup, so it is another installation's: name an empty directory with --data DIR. Nothing was changed.");
        }
        if (Differs(session, Mode))
        {
            throw new StartRefusedException($"Of {data.Path} and the backup one is a demo's and the other a real line's: name an empty directory with --data DIR. Nothing was changed.");
        }
    }

    private static bool Differs(SqliteSession session, string setting) =>
        session.Read($"SELECT count(*) FROM line.meta AS m JOIN main.meta AS b ON b.name = m.name WHERE m.name = '{setting}' AND m.value <> b.value") > 0;

    // The chain is never cut: whoever put a backup back could hide by it what was opened since.
    private static bool TakeAudit(SqliteSession session)
    {
        var apart = session.Read(
            """
            SELECT count(*) FROM main.audit AS b
            WHERE b.number <= coalesce((SELECT max(number) FROM line.audit), 0)
              AND NOT EXISTS (SELECT 1 FROM line.audit AS m WHERE m.number = b.number AND m.hash = b.hash)
            """);
        if (apart > 0)
        {
            return false;
        }
        var columns = BackupContents.Copied.Single(t => t.Name == "audit").Columns;
        session.Execute($"INSERT INTO line.audit ({columns}) SELECT {columns} FROM main.audit WHERE number > coalesce((SELECT max(number) FROM line.audit), 0) ORDER BY number");
        return true;
    }

    private static void Remember(SqliteSession session, IReadOnlyCollection<TipId> erased, long hour)
    {
        foreach (var id in erased)
        {
            using var record = session.Prepare("INSERT INTO line.erased (id, hour) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING");
            record.Bind(1, id.Value.ToBytes()).Bind(2, hour).Run();
        }
    }

    // A report that was withdrawn before the backup was made has no words in it, and a ledger names it too: where nothing
    // is left, its row comes, for figures to add up.
    private static void Choose(SqliteSession session, bool wasThere)
    {
        session.Execute("CREATE TEMP TABLE taken (people INTEGER NOT NULL)");
        session.Execute($"INSERT INTO temp.taken VALUES ({(wasThere ? 0 : 1)})");
        session.Execute("CREATE TEMP TABLE added (id BLOB PRIMARY KEY) WITHOUT ROWID");
        session.Execute(
            """
            INSERT INTO temp.added (id)
            SELECT id FROM main.tip AS b
            WHERE id NOT IN (SELECT id FROM line.tip)
              AND (id NOT IN (SELECT id FROM line.erased) OR (state = 'Withdrawn' AND (SELECT people FROM temp.taken)))
            """);
    }

    private static void TakeTables(SqliteSession session, bool wasThere)
    {
        if (!wasThere)
        {
            // Drawn by a start on an empty directory: ids that came in would be known under another key.
            session.Execute("DELETE FROM line.held_key WHERE kind = 'provider_id'");
        }
        foreach (var table in BackupContents.Copied.Where(t => t.Name != "audit"))
        {
            if ((table.Name == "recipient" ? KeysStay(session) : table.Meeting is Meeting.Stays && wasThere) is false)
            {
                session.Execute($"INSERT OR IGNORE INTO line.{table.Name} ({table.Columns}) SELECT {table.Columns} FROM main.{table.Name} AS b WHERE {table.Added}");
            }
        }
        session.Execute(
            "UPDATE line.alert_standing SET load = (SELECT count(*) FROM line.alert AS a WHERE a.responder = alert_standing.responder AND a.state IN ('Offered', 'Accepted', 'Attending'))");
    }

    // A key that was destroyed since stays destroyed, and a passphrase stays the newer one. But where the backup's recovery
    // key is unknown to the store, somebody has put another in its place: that is what a backup is for. A provisional key
    // may be all that opens what came before the backup was put back.
    private static bool KeysStay(SqliteSession session)
    {
        var isKnown = session.Read(
            """
            SELECT count(*) FROM main.recipient AS b JOIN line.recipient AS m ON m.public_key = b.public_key
            WHERE b.kind = 'recovery' AND m.kind IN ('recovery', 'former')
            """) > 0;
        if (!isKnown)
        {
            session.Execute("DELETE FROM line.recipient WHERE kind <> 'provisional' OR NOT EXISTS (SELECT 1 FROM line.tip_seal)");
        }
        return isKnown;
    }

    // What was to be deleted at the provider when a line was lost is found there only by looking back far enough. A backup
    // that knows of no provider may be older than the line's first day with one.
    private static void KeepCopiesSought(SqliteSession session, bool wasThere, long made)
    {
        var first = $"coalesce((SELECT CAST(value AS INTEGER) FROM main.meta WHERE name = '{CopiesSince}'), {(wasThere ? "NULL" : made.ToString(CultureInfo.InvariantCulture))})";
        if (session.Read($"SELECT {first} < coalesce((SELECT CAST(value AS INTEGER) FROM line.meta WHERE name = '{CopiesSince}'), {long.MaxValue})") > 0)
        {
            session.Execute($"INSERT OR REPLACE INTO line.meta (name, value) SELECT '{CopiesSince}', CAST({first} AS TEXT)");
            session.Execute("DELETE FROM line.meta WHERE name = 'copies_seen_gone'");
        }
    }

    // What a ledger says was erased, and is there, goes at the start that follows, by the room whose matter it is.
    private static void Mark(SqliteSession session) =>
        session.Execute($"INSERT OR REPLACE INTO line.meta (name, value) VALUES ('{RestoreStart.Setting}', '')");

    private static long HourOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
}
