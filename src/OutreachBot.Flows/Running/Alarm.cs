using OutreachBot.Flows.Compiling;

namespace OutreachBot.Flows.Running;

/// <summary>When the clock is to come by.</summary>
internal static class Alarm
{
    /// <summary>The earliest of what the session waits for; null: nothing.</summary>
    public static DateTimeOffset? Next(FlowBook book, Session session)
    {
        DateTimeOffset? next = null;
        foreach (var run in session.Runs.Values)
        {
            if (run.Frames.Count > 0)
            {
                next = Earlier(next, run.Frames[^1].WakesAt);
            }
            foreach (var frame in run.Frames)
            {
                next = Earlier(next, LeftAt(book, frame.Flow, frame.Waiting, session.LastAt));
            }
        }
        return next;
    }

    /// <summary>When a flow counts as left; null: never, or it has been.</summary>
    public static DateTimeOffset? LeftAt(FlowBook book, string flow, Waiting? waiting, DateTimeOffset? lastAt) =>
        waiting?.Purpose != Purposes.Unsaid && lastAt is { } last && book.Flows.TryGetValue(flow, out var definition) && definition.IfLeft is { } left
            ? last + left.After
            : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}

/// <summary>What the engine's own questions wait for (see <see cref="Waiting"/>).</summary>
internal static class Purposes
{
    /// <summary>The question has not been said: the clock, or a changed flow, led here.</summary>
    public const string Unsaid = "unsaid";

    public const string OfferPerson = "offer_person";
    public const string WhichPlace = "which_place";
    public const string Department = "department";

    /// <summary>She told what happens; the place is asked in few words.</summary>
    public const string PlaceShort = "place_short";
    public const string StopOrPlace = "stop_or_place";
}
