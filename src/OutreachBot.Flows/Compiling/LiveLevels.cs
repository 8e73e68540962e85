using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Compiling;

/// <summary>At which level a language's words are said: docs/decisions/0004-languages-go-live-flow-by-flow.md.</summary>
/// <remarks>
/// A question is one language: where it shows <c>{yes_no}</c>, it is no further than these words are. The core prompts of
/// a flow go live together; what is no core prompt goes live singly, and not before them. At the level draft, for
/// demonstrations, there is nothing to wait for: what has words is said.
/// </remarks>
internal static class LiveLevels
{
    private const string YesNo = "yes_no";

    /// <summary>Settles a flow's prompts, or the engine's own.</summary>
    /// <param name="core">Those that go live together.</param>
    /// <param name="yesNo">How far the language's words for yes and no are; draft where there are none.</param>
    /// <returns>The prompts, and how far the core of them is: draft where one has no words.</returns>
    public static (Dictionary<string, Wordings> Wordings, ReviewStatus Together) Settle(
        Dictionary<string, Wordings> wordings, IEnumerable<string> core, ReviewStatus yesNo)
    {
        var alone = wordings.ToDictionary(w => w.Key, w => w.Value with { GoodFor = Alone(w.Value.Own, yesNo) }, StringComparer.Ordinal);
        var together = core.Where(alone.ContainsKey).Select(c => alone[c].GoodFor).DefaultIfEmpty(ReviewStatus.Approved).Min();
        var settled = alone.ToDictionary(w => w.Key, w => w.Value with { GoodFor = Least(w.Value.GoodFor, together) }, StringComparer.Ordinal);
        return (settled, together);
    }

    private static ReviewStatus Alone(Wording? own, ReviewStatus yesNo) =>
        own is null ? ReviewStatus.Draft : own.Placeholders.Contains(YesNo, StringComparer.Ordinal) ? Least(own.Prompt.Status, yesNo) : own.Prompt.Status;

    private static ReviewStatus Least(ReviewStatus one, ReviewStatus other) => one < other ? one : other;
}
