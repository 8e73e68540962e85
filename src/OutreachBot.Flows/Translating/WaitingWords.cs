using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>What has to happen next with a prompt in a language.</summary>
public enum Waiting
{
    /// <summary>The Spanish has changed: the words have to be compared with it.</summary>
    Stale,

    /// <summary>Attested or guessed words that no speaker has worked over.</summary>
    Draft,

    /// <summary>Translated, and to be looked over by a second speaker or the community.</summary>
    Review,

    /// <summary>Reviewed, and to be approved by those who answer for the line.</summary>
    Approval,

    /// <summary>There are no words.</summary>
    Words,
}

/// <summary>One prompt that waits.</summary>
/// <param name="WaitsFor"><c>translator</c>, <c>community</c> or <c>coordinator</c>.</param>
/// <param name="Status">As it counts; null: no words.</param>
public sealed record WaitingPrompt(string Flow, string Prompt, bool Core, Waiting Waits, string WaitsFor, string? Status)
{
    public override string ToString() => $"{Flow}.{Prompt}: {Waits}";
}

/// <summary>What waits in a language, what everybody needs first.</summary>
public static class WaitingWords
{
    public static IReadOnlyList<WaitingPrompt> Of(FlowBook book, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(book);
        var all = from flow in UnitList.FlowsOf(book)
                  let words = UnitList.WordsOf(book, flow, language)
                  let shape = new LanguageShape(book, flow, language)
                  from spanish in UnitList.WordsOf(book, flow, LanguageTag.Spanish).Values.Where(p => shape.Says(p.Name)).OrderBy(p => p.Spot.Line)
                  let own = words.GetValueOrDefault(spanish.Name)
                  let waits = WaitsOf(own)
                  where waits is not null
                  select new WaitingPrompt(
                      flow, spanish.Name, CorePrompts.Contains(flow, spanish.Name), waits.Value, WhoFor(waits.Value), own is null ? null : StatusWords.Of(own.Status));
        return [.. all.OrderByDescending(p => p.Core).ThenBy(p => p.Waits)];
    }

    /// <summary>In one line: how many wait for what.</summary>
    public static string Sum(IReadOnlyList<WaitingPrompt> waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        int Count(Waiting what) => waiting.Count(w => w.Waits == what);
        return waiting.Count == 0
            ? "nothing waits."
            : $"{Count(Waiting.Stale)} to compare again (the Spanish has changed), {Count(Waiting.Draft)} drafts and {Count(Waiting.Words)} without words for a translator, "
                + $"{Count(Waiting.Review)} for the community's review, {Count(Waiting.Approval)} for approval; {waiting.Count(w => w.Core)} of them core.";
    }

    private static Waiting? WaitsOf(Prompt? words) => words switch
    {
        null => Waiting.Words,
        { Lapsed: not null } => Waiting.Stale,
        { Status: ReviewStatus.Draft } => Waiting.Draft,
        { Status: ReviewStatus.Translated } => Waiting.Review,
        { Status: ReviewStatus.CommunityReviewed } => Waiting.Approval,
        _ => null,
    };

    private static string WhoFor(Waiting waits) => waits switch
    {
        Waiting.Review => "community",
        Waiting.Approval => "coordinator",
        _ => "translator",
    };
}
