using OutreachBot.Flows.Running;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Keeps what is attached to messages for as long as a conversation remembers it.</summary>
public interface IInboundMedia
{
    /// <summary>Notes what is to be fetched once the message is answered.</summary>
    /// <returns>The message, its attachments named by handles of our own; those that nobody fetches as they were.</returns>
    InboundMessage TakeIn(UnitOfWork unit, InboundMessage message);

    /// <summary>A conversation remembers them still.</summary>
    void Hold(UnitOfWork unit, IEnumerable<string> handles);

    /// <summary>The conversation has forgotten them: they go, unless somebody else has taken them over.</summary>
    void LetGo(UnitOfWork unit, IEnumerable<string> handles);
}

/// <summary>Which attachments a session remembers.</summary>
internal static class SessionMedia
{
    public static IReadOnlyCollection<string> Of(Session session)
    {
        HashSet<string>? handles = null;
        Add(ref handles, session.Held?.Attachments);
        foreach (var kept in session.Kept)
        {
            Add(ref handles, kept.Attachments);
        }
        foreach (var run in session.Runs.Values)
        {
            foreach (var frame in run.Frames)
            {
                foreach (var value in frame.Values.Values)
                {
                    Add(ref handles, value.Attachments);
                }
            }
        }
        return handles ?? (IReadOnlyCollection<string>)[];
    }

    private static void Add(ref HashSet<string>? handles, IReadOnlyList<Attachment>? attachments)
    {
        for (var i = 0; i < attachments?.Count; i++)
        {
            (handles ??= new HashSet<string>(StringComparer.Ordinal)).Add(attachments[i].Handle);
        }
    }
}
