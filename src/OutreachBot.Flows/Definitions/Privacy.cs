namespace OutreachBot.Flows.Definitions;

/// <summary>How far a remembered value may go. The order matters: a higher mark may never flow into a lower one.</summary>
public enum Privacy
{
    /// <summary>May be said and sent.</summary>
    Open,

    /// <summary>Routes a tip (municipality, kind, urgency); may be said back to the person who gave it.</summary>
    Routing,

    /// <summary>Reaches nobody but the person who gave it, except through <c>hand_over</c> and <c>relay</c>.</summary>
    Sealed,
}

/// <summary>What a remembered value is.</summary>
public enum ValueKind
{
    Text,
    Story,
    Number,
    Place,
    When,
    Code,
    Choice,
    Flag,
    Language,
}

/// <summary>One line of <c>remembers:</c>.</summary>
/// <param name="Sign">For a flag read out of a text: <c>minor</c>, <c>dated</c> or <c>held</c>; else null.</param>
/// <param name="Of">The text it is read from; else null.</param>
/// <param name="Initially">What it is when the flow begins, written <c>initially:</c>; null: not known.</param>
public sealed record RememberedValue(
    string Name, ValueKind Kind, Privacy Privacy, string? Sign, string? Of, string? Initially, SourceSpot Spot);
