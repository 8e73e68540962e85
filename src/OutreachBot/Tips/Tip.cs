using OutreachBot.Flows.Languages;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;

namespace OutreachBot.Tips;

public readonly record struct TipId(RandomId Value)
{
    public static TipId Draw() => new(RandomId.Draw());

    public static bool TryParse(string? text, out TipId id)
    {
        var ok = RandomId.TryParse(text, out var value);
        id = new TipId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>States of the contract, in the order a tip may pass them.</summary>
public enum TipState
{
    New,
    Alerted,
    Accepted,
    Referred,
    Closed,
    Withdrawn,
}

/// <summary>What is kept of a tip in the clear: enough to route it, nothing of the story.</summary>
/// <param name="Hour">When it came, to the hour, UTC.</param>
/// <param name="Municipality">Place id or null.</param>
/// <param name="Department">Where only that is known; null otherwise.</param>
/// <param name="Kind">A kind of ROUTING.</param>
/// <param name="IsCallBack">Somebody asked to be called or written to; there need be no story.</param>
/// <param name="FromProvider">Whether it came over a real channel.</param>
/// <param name="Complete">False for an alert raised before the story was told.</param>
/// <param name="Assigned">Who has the case.</param>
/// <param name="Outcome">Of the closing; null while open.</param>
public sealed record Tip(
    TipId Id,
    DateTimeOffset Hour,
    string? Municipality,
    string? Department,
    string? Country,
    string Kind,
    Urgency Urgency,
    LanguageTag Language,
    TipState State,
    bool IsCallBack,
    bool FromProvider,
    bool Complete,
    ResponderId? Assigned,
    CaseOutcome? Outcome)
{
    /// <summary>The nearest that is known of where it is; null when nothing is.</summary>
    public string? Area => Municipality ?? Department ?? Country;

    /// <summary>No more than a country is known: a coordinator's, for nobody local can be told apart.</summary>
    public bool IsOfNoPlace => Municipality is null && Department is null;

    /// <summary>Nobody is to act on it any more.</summary>
    public bool IsOver => State is TipState.Closed or TipState.Withdrawn;

    /// <summary>The hour a moment lies in, UTC: all that is kept of when something came.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
    }
}
