using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteProviderCopyStore : IProviderCopyStore
{
    public void Put(UnitOfWork unit, ProviderCopy copy)
    {
        using var put = unit.Sqlite().Prepare("INSERT INTO provider_copy (due, id, box, attempts) VALUES (?1, ?2, ?3, ?4)");
        put.Bind(1, copy.Due.ToUnixTimeMilliseconds()).Bind(2, copy.Id.ToBytes()).Bind(3, copy.Box).Bind(4, copy.Attempts).Run();
    }

    public IReadOnlyList<ProviderCopy> Due(UnitOfWork unit, int most)
    {
        using var rows = unit.Sqlite().Prepare("SELECT due, id, box, attempts FROM provider_copy WHERE due <= ?1 ORDER BY due, id LIMIT ?2");
        rows.Bind(1, unit.Now.ToUnixTimeMilliseconds()).Bind(2, most);
        var due = new List<ProviderCopy>();
        while (rows.Step())
        {
            due.Add(new ProviderCopy(
                RandomId.FromBytes(rows.Blob(1)), rows.Blob(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(0)), (int)rows.Int64(3)));
        }
        return due;
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

    public long Count(UnitOfWork unit)
    {
        using var count = unit.Sqlite().Prepare("SELECT count(*) FROM provider_copy");
        return count.Step() ? count.Int64(0) : 0;
    }
}
