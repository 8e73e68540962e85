using OutreachBot.Conversations;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Remembers no message that came.</summary>
internal sealed class NoTombstones(IInboundStore store) : IInboundStore
{
    public StoredReply? Find(UnitOfWork unit, ReadOnlySpan<byte> id) => null;

    public void Put(UnitOfWork unit, ReadOnlySpan<byte> id, StoredReply reply)
    {
        if (store.Find(unit, id) is null)
        {
            store.Put(unit, id, reply);
        }
    }

    public void WipeReply(UnitOfWork unit, ReadOnlySpan<byte> id) => store.WipeReply(unit, id);

    public void Sweep(UnitOfWork unit, int wordsBefore, int messagesBefore, byte slice) => store.Sweep(unit, wordsBefore, messagesBefore, slice);
}

/// <summary>Forgets a message with its words: what BORRAR wipes may come again.</summary>
internal sealed class TombstonesWiped(IInboundStore store) : IInboundStore
{
    public StoredReply? Find(UnitOfWork unit, ReadOnlySpan<byte> id) => store.Find(unit, id) is { Box: not null } kept ? kept : null;

    public void Put(UnitOfWork unit, ReadOnlySpan<byte> id, StoredReply reply)
    {
        if (store.Find(unit, id) is null)
        {
            store.Put(unit, id, reply);
        }
    }

    public void WipeReply(UnitOfWork unit, ReadOnlySpan<byte> id) => store.WipeReply(unit, id);

    public void Sweep(UnitOfWork unit, int wordsBefore, int messagesBefore, byte slice) => store.Sweep(unit, wordsBefore, messagesBefore, slice);
}
