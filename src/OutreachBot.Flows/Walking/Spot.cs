using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>How long nobody has written.</summary>
internal enum Quiet
{
    No,

    /// <summary>So long that somebody else may hold the phone.</summary>
    Long,

    /// <summary>So long that what was open is forgotten.</summary>
    Forgotten,
}

/// <summary>Of what the person may be told that it has happened.</summary>
/// <param name="Alert">Somebody has been told: the last alert came out as <c>told</c>.</param>
/// <param name="Tip">The last tip was taken: it came out as <c>ok</c>.</param>
internal readonly record struct Told(bool Alert, bool Tip)
{
    public bool Anything() => Alert || Tip;

    public Told After(Carried done) => done.Call.Name switch
    {
        "raise_alert" => this with { Alert = done.Outcome == "told" },
        "submit_tip" => this with { Tip = done.Outcome == "ok" },
        "erase" => default,
        _ => this,
    };
}

/// <summary>Where a conversation stands between two steps of a walk: the first that came to its shape, for all of that shape.</summary>
internal sealed record Spot(Session Session, DateTimeOffset Now, DateTimeOffset? WakeAt, Told Told)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public Quiet Quiet => Session.LastAt is not { } last ? Quiet.No : (Now - last) switch
    {
        var quiet when quiet >= Day => Quiet.Forgotten,
        var quiet when quiet >= Long => Quiet.Long,
        _ => Quiet.No,
    };

    /// <summary>The run that a message goes to; null: nothing is open.</summary>
    public Run? Run()
    {
        if (Session.Runs.TryGetValue(Session.Focus, out var focused) && focused.Frames.Count > 0)
        {
            return focused;
        }
        var open = Session.Runs.Values.Where(r => r.Frames.Count > 0).ToList();
        return open.Find(r => r.Key.Length == 0) ?? (open.Count == 1 ? open[0] : null);
    }

    /// <summary>The flow and state that wait for her; null: nothing is open.</summary>
    public Frame? Top() => Run()?.Frames[^1];

    public override string ToString() => "[spot]";
}
