using OutreachBot.Flows.Running;

namespace OutreachBot.Effects;

/// <summary>The note in a session that a reporter has just answered what she was asked: what she tells next is the rest of it.</summary>
internal static class AnswerLink
{
    public const string Name = "answered";

    /// <summary>Two parts of one message, or a thought that came after it; no longer, or a new case would be taken for it.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(15);

    public static string From(DateTimeOffset now) => TimedLink.Until(now + Holds, "1");

    public static bool IsIn(Session session, DateTimeOffset now) =>
        TimedLink.Read(session.Links.GetValueOrDefault(Name), now) is not null;
}
