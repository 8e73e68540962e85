using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

public readonly record struct AlertId(RandomId Value)
{
    public static AlertId Draw() => new(RandomId.Draw());

    public override string ToString() => Value.ToString();
}

/// <summary>What somebody is asked to be for a tip.</summary>
public enum AlertPart
{
    /// <summary>The one who is asked first.</summary>
    Primary,

    /// <summary>Answers only if she can; becomes the primary when that one doesn't answer.</summary>
    Backup,

    /// <summary>A coordinator, or an office, to whom a case is to be referred.</summary>
    Referral,
}

/// <summary>Where an alert stands; <see cref="AlertLifecycle"/> says what may follow what.</summary>
public enum AlertState
{
    Offered,

    /// <summary>Not answered in time; she may still take it while nobody has.</summary>
    Expired,
    Accepted,

    /// <summary>She has said that she is on it.</summary>
    Attending,
    Passed,

    /// <summary>She declared a conflict of interest: nothing more of this tip reaches her, ever.</summary>
    Conflicted,

    /// <summary>Somebody else has it. Also what a person reads whom the reporter named after she had been alerted.</summary>
    Taken,

    /// <summary>Her phone can't be reached.</summary>
    Unreachable,
    Closed,
    Withdrawn,
}

/// <summary>A tip offered to one responder. Holds nothing of what was told.</summary>
/// <param name="PlaceFree">She rests: she was sent the alert that names no place.</param>
/// <param name="SentAt">When it was offered, UTC; to the hour once the alert is over.</param>
/// <param name="DueAt">When it goes further if she hasn't answered; null where nothing is due.</param>
/// <param name="Reminders">How often she was reminded of it.</param>
/// <param name="Asked">The state of the alert flow that answers the last message she was sent of it.</param>
/// <param name="Messages">How many she was sent: with <paramref name="Asked"/> it names the last one. Once it is over, or expired: how many left before that.</param>
/// <param name="NewsTold">She was told that something came and hasn't looked yet: she isn't told again.</param>
public sealed record Alert(
    AlertId Id,
    AlertCode Code,
    TipId Tip,
    ResponderId Responder,
    AlertPart Part,
    AlertState State,
    Tier Tier,
    ScoreParts Score,
    bool PlaceFree,
    DateTimeOffset SentAt,
    DateTimeOffset? DueAt,
    int Reminders,
    string Asked,
    int Messages,
    bool NewsTold)
{
    /// <summary>She has it and may act on it.</summary>
    public bool IsHeld => State is AlertState.Accepted or AlertState.Attending;

    /// <summary>It takes some of her time, or may any moment.</summary>
    public bool IsLoad => IsHeld || State == AlertState.Offered;

    /// <summary>She can still do something about it.</summary>
    public bool IsOpen => IsHeld || State is AlertState.Offered or AlertState.Expired;
}
