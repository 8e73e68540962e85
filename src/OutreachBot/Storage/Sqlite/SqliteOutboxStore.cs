using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteOutboxStore : IOutboxStore
{
    public void Put(UnitOfWork unit, WaitingMessage message)
    {
        using var put = unit.Sqlite().Prepare(
            "INSERT INTO outbox (id, box, purpose, subject, due, attempts, begun) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        put.Bind(1, message.Id.ToBytes())
            .Bind(2, message.Box)
            .Bind(3, message.Purpose.ToString())
            .Bind(5, message.Due.ToUnixTimeMilliseconds())
            .Bind(6, message.Attempts);
        BindSubject(put, 4, message.Subject);
        BindTime(put, 7, message.Begun);
        put.Run();
    }

    public IReadOnlyList<WaitingMessage> All(UnitOfWork unit)
    {
        using var rows = unit.Sqlite().Prepare("SELECT id, box, purpose, subject, due, attempts, begun FROM outbox");
        var all = new List<WaitingMessage>();
        ReadAll(rows, all);
        return all;
    }

    public void Drop(UnitOfWork unit, RandomId id)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM outbox WHERE id = ?1");
        remove.Bind(1, id.ToBytes()).Run();
    }

    public (int Unsent, int UnderWay) RemoveAbout(UnitOfWork unit, RandomId subject)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM outbox WHERE subject = ?1 RETURNING begun");
        remove.Bind(1, subject.ToBytes());
        var (unsent, underWay) = (0, 0);
        while (remove.Step())
        {
            if (remove.IsNull(0))
            {
                unsent++;
            }
            else
            {
                underWay++;
            }
        }
        return (unsent, underWay);
    }

    public IReadOnlyList<WaitingMessage> Due(UnitOfWork unit, int most)
    {
        var due = new List<WaitingMessage>();
        using (var leftBehind = unit.Sqlite().Prepare(
            "SELECT id, box, purpose, subject, due, attempts, begun FROM outbox WHERE claim IS NOT NULL AND claimed_until <= ?1 LIMIT ?2"))
        {
            ReadAll(leftBehind.Bind(1, unit.Now.ToUnixTimeMilliseconds()).Bind(2, most), due);
        }
        using var free = unit.Sqlite().Prepare(
            "SELECT id, box, purpose, subject, due, attempts, begun FROM outbox WHERE claim IS NULL AND due <= ?1 ORDER BY due LIMIT ?2");
        ReadAll(free.Bind(1, unit.Now.ToUnixTimeMilliseconds()).Bind(2, most), due);
        return due;
    }

    public DateTimeOffset? NextDue(UnitOfWork unit)
    {
        using var next = unit.Sqlite().Prepare(
            """
            SELECT min(at) FROM (
              SELECT min(due) AS at FROM outbox WHERE claim IS NULL AND due > ?1
              UNION ALL
              SELECT min(claimed_until) FROM outbox WHERE claim IS NOT NULL)
            """);
        next.Bind(1, unit.Now.ToUnixTimeMilliseconds());
        return next.Step() && !next.IsNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(next.Int64(0)) : null;
    }

    public bool Claim(UnitOfWork unit, RandomId id, RandomId claim, DateTimeOffset until)
    {
        using var take = unit.Sqlite().Prepare(
            """
            UPDATE outbox SET claim = ?2, claimed_until = ?3, begun = coalesce(begun, ?4)
            WHERE id = ?1 AND (claim IS NULL OR claimed_until <= ?4)
            """);
        take.Bind(1, id.ToBytes())
            .Bind(2, claim.ToBytes())
            .Bind(3, until.ToUnixTimeMilliseconds())
            .Bind(4, unit.Now.ToUnixTimeMilliseconds());
        return take.Run() > 0;
    }

    public bool Remove(UnitOfWork unit, RandomId id, RandomId claim)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM outbox WHERE id = ?1 AND claim = ?2");
        return remove.Bind(1, id.ToBytes()).Bind(2, claim.ToBytes()).Run() > 0;
    }

    public bool PutBack(UnitOfWork unit, RandomId id, RandomId claim, DateTimeOffset due, DateTimeOffset? begun)
    {
        using var back = unit.Sqlite().Prepare(
            """
            UPDATE outbox SET claim = NULL, claimed_until = NULL, due = ?3, begun = ?4, attempts = attempts + 1
            WHERE id = ?1 AND claim = ?2
            """);
        back.Bind(1, id.ToBytes()).Bind(2, claim.ToBytes()).Bind(3, due.ToUnixTimeMilliseconds());
        BindTime(back, 4, begun);
        return back.Run() > 0;
    }

    public void PutReceipt(UnitOfWork unit, byte[] providerId, ReceiptOf receipt)
    {
        using var put = unit.Sqlite().Prepare(
            "INSERT OR REPLACE INTO handed_over (provider_id, purpose, subject, day) VALUES (?1, ?2, ?3, ?4)");
        put.Bind(1, providerId)
            .Bind(2, receipt.Purpose.ToString())
            .Bind(3, receipt.Subject.ToBytes())
            .Bind(4, unit.Now.ToUnixTimeSeconds() / 86_400)
            .Run();
    }

    public ReceiptOf? TakeReceipt(UnitOfWork unit, byte[] providerId)
    {
        using var take = unit.Sqlite().Prepare("DELETE FROM handed_over WHERE provider_id = ?1 RETURNING purpose, subject");
        take.Bind(1, providerId);
        return take.Step()
            ? new ReceiptOf(Enum.Parse<OutboundPurpose>(take.Text(0)), RandomId.FromBytes(take.Blob(1)))
            : null;
    }

    public void RemoveReceiptsBefore(UnitOfWork unit, DateTimeOffset day)
    {
        using var remove = unit.Sqlite().Prepare("DELETE FROM handed_over WHERE day < ?1");
        remove.Bind(1, day.ToUnixTimeSeconds() / 86_400).Run();
    }

    private static void ReadAll(Statement rows, List<WaitingMessage> into)
    {
        while (rows.Step())
        {
            into.Add(new WaitingMessage(
                RandomId.FromBytes(rows.Blob(0)),
                rows.Blob(1),
                Enum.Parse<OutboundPurpose>(rows.Text(2)),
                rows.BlobOrNull(3) is { } subject ? RandomId.FromBytes(subject) : null,
                DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(4)),
                (int)rows.Int64(5),
                rows.IsNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(6))));
        }
    }

    private static void BindSubject(Statement statement, int index, RandomId? subject) =>
        _ = subject is { } id ? statement.Bind(index, id.ToBytes()) : statement.BindNull(index);

    private static void BindTime(Statement statement, int index, DateTimeOffset? time) =>
        _ = time is { } at ? statement.Bind(index, at.ToUnixTimeMilliseconds()) : statement.BindNull(index);
}
