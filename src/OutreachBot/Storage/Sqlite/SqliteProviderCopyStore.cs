using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteProviderCopyStore : IProviderCopyStore
{
    public void Put(UnitOfWork unit, ProviderCopy copy)
    {
        using var put = unit.Sqlite().Prepare(
            """
            INSERT INTO provider_copy (id, box, due, attempts) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET due = min(due, ?3)
            """);
        put.Bind(1, copy.Id).Bind(2, copy.Box).Bind(3, copy.Due.ToUnixTimeMilliseconds()).Bind(4, copy.Attempts).Run();
    }

    public IReadOnlyList<ProviderCopy> Due(UnitOfWork unit, int most)
    {
        using var rows = unit.Sqlite().Prepare("SELECT id, box, due, attempts FROM provider_copy WHERE due <= ?1 ORDER BY due LIMIT ?2");
        rows.Bind(1, unit.Now.ToUnixTimeMilliseconds()).Bind(2, most);
        var due = new List<ProviderCopy>();
        while (rows.Step())
        {
            due.Add(new ProviderCopy(
                rows.Blob(0), rows.Blob(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(2)), (int)rows.Int64(3)));
        }
        return due;
    }

    public DateTimeOffset? NextDue(UnitOfWork unit)
    {
        using var next = unit.Sqlite().Prepare("SELECT min(due) FROM provider_copy");
        return next.Step() && !next.IsNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(next.Int64(0)) : null;
    }

    public void PutOff(UnitOfWork unit, byte[] id, DateTimeOffset due)
    {
        using var off = unit.Sqlite().Prepare("UPDATE provider_copy SET due = ?2, attempts = attempts + 1 WHERE id = ?1");
        off.Bind(1, id).Bind(2, due.ToUnixTimeMilliseconds()).Run();
    }

    public void Remove(UnitOfWork unit, byte[] id)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM provider_copy WHERE id = ?1");
        remove.Bind(1, id).Run();
    }

    public long Count(UnitOfWork unit)
    {
        using var count = unit.Sqlite().Prepare("SELECT count(*) FROM provider_copy");
        return count.Step() ? count.Int64(0) : 0;
    }
}
