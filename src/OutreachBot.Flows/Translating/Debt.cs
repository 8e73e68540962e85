using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>What a language still lacks to be said in all flows at a level.</summary>
/// <param name="Live">Flows whose core prompts are said in it, or which have no core and some words.</param>
/// <param name="Owed">Prompts that are said in Spanish instead.</param>
/// <param name="CoreOwed">Core prompts among them.</param>
/// <param name="Stale">Of those owed, words whose Spanish has changed.</param>
public sealed record Debt(IReadOnlyList<string> Live, IReadOnlyList<string> NotLive, int Owed, int CoreOwed, int Stale)
{
    public static Debt Of(FlowBook book, LanguageTag language, ReviewStatus level)
    {
        var coverage = Coverage.Of(book, language, level);
        var flows = coverage.Where(c => c.Flow is not null and not UnitList.Shared).ToList();
        var all = coverage[^1];
        return new Debt(
            [.. flows.Where(f => f.Live).Select(f => f.Flow!)], [.. flows.Where(f => !f.Live).Select(f => f.Flow!)],
            all.Prompts - all.Shown, all.Core - all.CoreShown, all.Stale);
    }

    public override string ToString()
    {
        var live = Live.Count == 0 ? "live in no flow" : $"live in {string.Join(", ", Live)}";
        var stale = Stale == 0 ? "" : $", {Stale} of them stale";
        return Owed == 0 ? "live in all flows, nothing is owed" : $"{live}; {Owed} prompts are said in Spanish ({CoreOwed} of them core{stale})";
    }
}
