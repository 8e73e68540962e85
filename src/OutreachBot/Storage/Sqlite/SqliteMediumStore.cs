using OutreachBot.Media;
using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteMediumStore : IMediumStore
{
    private const string Columns = "SELECT id, message, state, tip, recipient, box, due, attempts FROM medium ";

    public Medium? Find(UnitOfWork unit, RandomId id)
    {
        using var find = unit.Sqlite().Prepare(Columns + "WHERE id = ?1");
        return find.Bind(1, id.ToBytes()).Step() ? Read(find) : null;
    }

    public IReadOnlyList<Medium> OfTip(UnitOfWork unit, TipId tip)
    {
        using var find = unit.Sqlite().Prepare(Columns + "WHERE tip = ?1");
        find.Bind(1, tip.Value.ToBytes());
        var all = new List<Medium>();
        while (find.Step())
        {
            all.Add(Read(find));
        }
        return all;
    }

    public void Put(UnitOfWork unit, Medium medium)
    {
        using var put = unit.Sqlite().Prepare(
            "INSERT OR REPLACE INTO medium (id, message, state, tip, recipient, box, due, attempts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        put.Bind(1, medium.Id.ToBytes()).Bind(2, medium.Message.ToBytes()).Bind(3, medium.State.ToString())
            .BindOrNull(4, medium.Tip?.Value.ToBytes()).BindOrNull(5, medium.Recipient?.ToString()).Bind(6, medium.Box)
            .Bind(7, medium.Due?.ToUnixTimeMilliseconds() ?? 0).Bind(8, medium.Attempts).Run();
    }

    public void Remove(UnitOfWork unit, RandomId id)
    {
        Delete(unit, "DELETE FROM medium_part WHERE medium = ?1", id);
        Delete(unit, "DELETE FROM medium WHERE id = ?1", id);
    }

    public void Drop(UnitOfWork unit, Medium medium)
    {
        if (medium.State == MediumState.ToFetch)
        {
            Put(unit, medium with { State = MediumState.Dropped, Tip = null, Recipient = null, Due = unit.Now, Attempts = 0 });
        }
        else if (medium.State != MediumState.Dropped)
        {
            Remove(unit, medium.Id);
        }
    }

    public Medium? NextDue(UnitOfWork unit)
    {
        using var find = unit.Sqlite().Prepare(Columns + "WHERE due > 0 AND due <= ?1 ORDER BY due LIMIT 1");
        return find.Bind(1, unit.Now.ToUnixTimeMilliseconds()).Step() ? Read(find) : null;
    }

    public DateTimeOffset? NextTime(UnitOfWork unit)
    {
        using var find = unit.Sqlite().Prepare("SELECT min(due) FROM medium WHERE due > 0");
        return find.Step() && !find.IsNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(find.Int64(0)) : null;
    }

    public bool AnyToFetch(UnitOfWork unit, RandomId message)
    {
        using var find = unit.Sqlite().Prepare("SELECT 1 FROM medium WHERE due > 0 AND message = ?1 AND state = ?2 LIMIT 1");
        return find.Bind(1, message.ToBytes()).Bind(2, nameof(MediumState.ToFetch)).Step();
    }

    public void AddPart(UnitOfWork unit, RandomId id, PartForm form, int number, ReadOnlySpan<byte> bytes)
    {
        using var add = unit.Sqlite().Prepare(
            "INSERT INTO medium_part (medium, form, number, bytes) SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM medium WHERE id = ?1)");
        add.Bind(1, id.ToBytes()).Bind(2, form.ToString()).Bind(3, number).Bind(4, bytes).Run();
    }

    public byte[]? Part(UnitOfWork unit, RandomId id, PartForm form, int number)
    {
        using var find = unit.Sqlite().Prepare("SELECT bytes FROM medium_part WHERE medium = ?1 AND form = ?2 AND number = ?3");
        return find.Bind(1, id.ToBytes()).Bind(2, form.ToString()).Bind(3, number).Step() ? find.Blob(0) : null;
    }

    public void DropParts(UnitOfWork unit, RandomId id, PartForm form)
    {
        using var drop = unit.Sqlite().Prepare("DELETE FROM medium_part WHERE medium = ?1 AND form = ?2");
        drop.Bind(1, id.ToBytes()).Bind(2, form.ToString()).Run();
    }

    public long LengthOf(UnitOfWork unit, RandomId id)
    {
        using var sum = unit.Sqlite().Prepare("SELECT count(*), total(length(bytes)) FROM medium_part WHERE medium = ?1 AND form = ?2");
        sum.Bind(1, id.ToBytes()).Bind(2, nameof(PartForm.Locked)).Step();
        return sum.Int64(1) - (AeadBox.Overhead * sum.Int64(0));
    }

    public byte[] SealOf(UnitOfWork unit, RandomId id)
    {
        var file = new MemoryStream();
        for (var number = 0; Part(unit, id, PartForm.Sealed, number) is { } part; number++)
        {
            file.Write(part);
        }
        return file.ToArray();
    }

    public Medium? NextSealed(UnitOfWork unit, byte[]? after)
    {
        using var find = unit.Sqlite().Prepare(Columns + "WHERE id > ?1 AND state = ?2 ORDER BY id LIMIT 1");
        return find.Bind(1, after ?? new byte[1]).Bind(2, nameof(MediumState.Sealed)).Step() ? Read(find) : null;
    }

    private static Medium Read(Statement row) => new(
        RandomId.FromBytes(row.Blob(0)),
        RandomId.FromBytes(row.Blob(1)),
        Enum.Parse<MediumState>(row.Text(2)),
        row.BlobOrNull(3) is { } tip ? new TipId(RandomId.FromBytes(tip)) : null,
        row.TextOrNull(4) is { } recipient ? Enum.Parse<RelayEnd>(recipient) : null,
        row.Blob(5),
        row.Int64(6) is var due and > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
        (int)row.Int64(7));

    private static void Delete(UnitOfWork unit, string sql, RandomId id)
    {
        using var delete = unit.Sqlite().Prepare(sql);
        delete.Bind(1, id.ToBytes()).Run();
    }
}
