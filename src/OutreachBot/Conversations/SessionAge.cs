using OutreachBot.Effects;
using OutreachBot.Flows.Running;

namespace OutreachBot.Conversations;

/// <summary>What ends by itself in a conversation.</summary>
internal static class SessionAge
{
    /// <summary>Answers that were not submitted are dropped after this long without a message.</summary>
    public static readonly TimeSpan AnswersKept = TimeSpan.FromHours(24);

    /// <summary>The conversation without what has ended.</summary>
    public static KeptConversation Trim(KeptConversation kept, DateTimeOffset now)
    {
        var session = kept.Session;
        if (session.LastAt + AnswersKept <= now && HoldsAnswers(session))
        {
            kept = WithoutAnswers(kept);
            session = kept.Session;
        }
        if (session.Links.Values.Any(link => TimedLink.EndOf(link) <= now))
        {
            session = session with
            {
                Links = session.Links.Where(l => !(TimedLink.EndOf(l.Value) <= now)).ToDictionary(StringComparer.Ordinal),
            };
        }
        return kept with { Session = session };
    }

    /// <summary>The conversation without anything that was said in it: what stays is her language and what she follows.</summary>
    public static KeptConversation WithoutAnswers(KeptConversation kept) => kept with
    {
        Session = kept.Session with
        {
            Focus = "",
            Runs = Session.Stranger.Runs,
            Kept = [],
            LastSaid = [],
            Held = null,
            Dormant = false,
        },
        WakesAt = null,
        Entered = Session.Stranger.Links,
    };

    /// <summary>When the clock must come by next; null: nothing ends.</summary>
    public static DateTimeOffset? NextEnd(KeptConversation kept)
    {
        var next = kept.WakesAt;
        if (HoldsAnswers(kept.Session) && kept.Session.LastAt + AnswersKept is { } dropped)
        {
            next = next < dropped ? next : dropped;
        }
        foreach (var link in kept.Session.Links.Values)
        {
            if (TimedLink.EndOf(link) is { } end && !(next <= end))
            {
                next = end;
            }
        }
        return next;
    }

    private static bool HoldsAnswers(Session session) =>
        session.Runs.Count > 0 || session.Kept.Count > 0 || session.LastSaid.Count > 0 || session.Held is not null;
}
