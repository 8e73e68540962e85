using OutreachBot.Conversations;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteInboundStore : IInboundStore
{
    public StoredReply? Find(UnitOfWork unit, ReadOnlySpan<byte> id)
    {
        using var find = unit.Sqlite().Prepare("SELECT day, reply FROM inbound WHERE id = ?1");
        find.Bind(1, id);
        return find.Step() ? new StoredReply((int)find.Int64(0), find.BlobOrNull(1)) : null;
    }

    public void Put(UnitOfWork unit, ReadOnlySpan<byte> id, StoredReply reply)
    {
        using var put = unit.Sqlite().Prepare("INSERT INTO inbound (id, day, reply) VALUES (?1, ?2, ?3)");
        put.Bind(1, id).Bind(2, reply.Day);
        _ = reply.Box is null ? put.BindNull(3) : put.Bind(3, reply.Box);
        put.Run();
    }

    public void WipeReply(UnitOfWork unit, ReadOnlySpan<byte> id)
    {
        using var wipe = unit.Sqlite().Prepare("UPDATE inbound SET reply = NULL WHERE id = ?1");
        wipe.Bind(1, id).Run();
    }

    public void Sweep(UnitOfWork unit, int wordsBefore, int messagesBefore, byte slice)
    {
        using var words = unit.Sqlite().Prepare(
            "UPDATE inbound SET reply = NULL WHERE id >= ?1 AND (?2 IS NULL OR id < ?2) AND day < ?3 AND reply IS NOT NULL");
        Slices.Bind(words, 1, slice);
        words.Bind(3, wordsBefore).Run();
        using var messages = unit.Sqlite().Prepare("DELETE FROM inbound WHERE id >= ?1 AND (?2 IS NULL OR id < ?2) AND day < ?3");
        Slices.Bind(messages, 1, slice);
        messages.Bind(3, messagesBefore).Run();
    }
}
