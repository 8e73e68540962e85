using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <param name="Day">Whose key the box is under.</param>
/// <param name="Box">The words of the answer, locked; null where they are not kept (any more).</param>
public sealed record StoredReply(int Day, byte[]? Box);

/// <summary>Which messages came in already.</summary>
public interface IInboundStore
{
    StoredReply? Find(UnitOfWork unit, ReadOnlySpan<byte> id);

    void Put(UnitOfWork unit, ReadOnlySpan<byte> id, StoredReply reply);

    /// <summary>Forgets the words; that the message came stays known, or a replay would have effect.</summary>
    void WipeReply(UnitOfWork unit, ReadOnlySpan<byte> id);

    /// <summary>Forgets words whose day's key is gone, and messages too old to be replayed, among a part of all.</summary>
    /// <param name="slice">0 to 255: those whose id begins with this byte.</param>
    void Sweep(UnitOfWork unit, int wordsBefore, int messagesBefore, byte slice);
}
