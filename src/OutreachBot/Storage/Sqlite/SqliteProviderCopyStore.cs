using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteProviderCopyStore : IProviderCopyStore
{
    private const string Columns = "due, id, box, attempts, since, refused";

    public void Put(UnitOfWork unit, ProviderCopy copy)
    {
        using var put = unit.Sqlite().Prepare($"INSERT INTO provider_copy ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        put.Bind(1, copy.Due.ToUnixTimeMilliseconds()).Bind(2, copy.Id.ToBytes()).Bind(3, copy.Box).Bind(4, copy.Attempts)
            .Bind(5, HourOf(copy.Since)).Bind(6, copy.Refused ? 1 : 0).Run();
    }

    public IReadOnlyList<ProviderCopy> Due(UnitOfWork unit, int most)
    {
        using var rows = unit.Sqlite().Prepare($"SELECT {Columns} FROM provider_copy WHERE due <= ?1 ORDER BY due, id LIMIT ?2");
        rows.Bind(1, unit.Now.ToUnixTimeMilliseconds()).Bind(2, most);
        return Read(rows);
    }

    public IReadOnlyList<ProviderCopy> All(UnitOfWork unit)
    {
        using var rows = unit.Sqlite().Prepare($"SELECT {Columns} FROM provider_copy");
        return Read(rows);
    }

    public DateTimeOffset? NextDue(UnitOfWork unit)
    {
        using var next = unit.Sqlite().Prepare("SELECT min(due) FROM provider_copy");
        return next.Step() && !next.IsNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(next.Int64(0)) : null;
    }

    public void Remove(UnitOfWork unit, ProviderCopy copy)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM provider_copy WHERE due = ?1 AND id = ?2");
        remove.Bind(1, copy.Due.ToUnixTimeMilliseconds()).Bind(2, copy.Id.ToBytes()).Run();
    }

    public CopyTally Count(UnitOfWork unit, DateTimeOffset overdueBefore)
    {
        using var count = unit.Sqlite().Prepare(
            "SELECT count(*), count(*) FILTER (WHERE refused = 0 AND since < ?1), count(*) FILTER (WHERE refused = 1), min(since) FROM provider_copy");
        count.Bind(1, HourOf(overdueBefore));
        return count.Step()
            ? new CopyTally(count.Int64(0), count.Int64(1), count.Int64(2), count.IsNull(3) ? null : AtHour(count.Int64(3)))
            : new CopyTally(0, 0, 0, null);
    }

    private static List<ProviderCopy> Read(Statement rows)
    {
        var all = new List<ProviderCopy>();
        while (rows.Step())
        {
            all.Add(new ProviderCopy(
                RandomId.FromBytes(rows.Blob(1)), rows.Blob(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(0)), (int)rows.Int64(3),
                AtHour(rows.Int64(4)), rows.Int64(5) == 1));
        }
        return all;
    }

    private static long HourOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;

    private static DateTimeOffset AtHour(long hour) => DateTimeOffset.FromUnixTimeSeconds(hour * 3600);
}
