using System.Text.Json;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Keeps the words of an answer for repeats of the message, under the day's key.</summary>
internal sealed class ReplyBox(IDayKeys keys)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Details shown once are left out; what isn't said is not kept.</summary>
    public StoredReply Close(UnitOfWork unit, byte[] messageId, IReadOnlyList<Say> says)
    {
        IReadOnlyList<Say> kept = [.. says.Where(s => !s.Once)];
        if (kept.Count == 0)
        {
            return new StoredReply(DayOf(unit.Now), null);
        }
        var (box, day) = keys.Lock(
            unit, messageId, JsonSerializer.SerializeToUtf8Bytes(kept, ConversationJson.Default.IReadOnlyListSay));
        return new StoredReply(day, box);
    }

    /// <returns>Nothing, when the words are gone.</returns>
    public IReadOnlyList<Say> Open(UnitOfWork unit, byte[] messageId, StoredReply stored) =>
        stored.Box is { } box && keys.Unlock(unit, stored.Day, messageId, box) is { } plain
            ? JsonSerializer.Deserialize(plain, ConversationJson.Default.IReadOnlyListSay) ?? []
            : [];

    public static int DayOf(DateTimeOffset time) => (int)((time - DateTimeOffset.UnixEpoch) / Day);
}
