namespace OutreachBot.Flows.Running;

/// <summary>Counts what one person sends, and says what goes unanswered. Pure; it never keeps a text, only its hash.</summary>
internal static class Flood
{
    private static readonly TimeSpan SameWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The third identical text, the fourth that nothing understands.</summary>
    private const int MostSame = 2;

    private const int MostNotUnderstood = 3;

    /// <summary>Of what goes unanswered, every tenth is answered.</summary>
    private const int AnswerEvery = 10;

    /// <summary>Counts a message in.</summary>
    public static Pace Count(Pace pace, Message message, DateTimeOffset now)
    {
        var hash = Hash(message);
        var same = hash == pace.LastHash && pace.Same > 0 && now - pace.SameSince < SameWindow;
        var minute = pace.InMinute > 0 && now - pace.MinuteBegan < Minute && now >= pace.MinuteBegan;
        return pace with
        {
            LastHash = hash,
            Same = same ? pace.Same + 1 : 1,
            SameSince = same ? pace.SameSince : now,
            MinuteBegan = minute ? pace.MinuteBegan : now,
            InMinute = minute ? pace.InMinute + 1 : 1,
        };
    }

    public static bool IsSame(Pace pace) => pace.Same > MostSame;

    public static bool IsOverMinute(Pace pace, PaceLimits limits) => pace.InMinute > limits.MessagesPerMinute;

    /// <summary>Only the first beyond the limit is answered, once a minute.</summary>
    public static bool IsFirstOverMinute(Pace pace, PaceLimits limits) => pace.InMinute == limits.MessagesPerMinute + 1;

    public static bool IsTooMuchNotUnderstood(Pace pace) => pace.NotUnderstood > MostNotUnderstood;

    /// <summary>Counts one that may go unanswered; true when it does.</summary>
    public static bool LeaveUnanswered(ref Pace pace)
    {
        var unanswered = pace.Unanswered + 1;
        var silent = unanswered < AnswerEvery;
        pace = pace with { Unanswered = silent ? unanswered : 0 };
        return silent;
    }

    /// <summary>FNV-1a: the same on every machine, and not to be turned back into more than a guess.</summary>
    private static int Hash(Message message)
    {
        var hash = 2166136261u;
        foreach (var character in message.Text.AsSpan().Trim())
        {
            hash = (hash ^ char.ToLowerInvariant(character)) * 16777619u;
        }
        foreach (var attachment in message.Attachments)
        {
            foreach (var character in attachment.Handle)
            {
                hash = (hash ^ character) * 16777619u;
            }
        }
        if (message.Pin is { } pin)
        {
            hash = (hash ^ (uint)pin.Latitude.GetHashCode()) * 16777619u;
            hash = (hash ^ (uint)pin.Longitude.GetHashCode()) * 16777619u;
        }
        return (int)(hash ^ (hash >> 16));
    }
}
