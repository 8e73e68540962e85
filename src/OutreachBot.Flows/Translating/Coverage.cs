using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>How far a language is in one flow, or in all of them.</summary>
/// <param name="Flow">Its name, or <c>shared</c>; null: the sum of all.</param>
/// <param name="Prompts">What is said in this language's shape, or would be.</param>
/// <param name="Worded">Those with words; each counts once more in exactly one of the five that follow.</param>
/// <param name="Shown">Those said in this language at the deployment's level; the others are said in Spanish.</param>
/// <param name="Live">The core prompts are said in this language; without core prompts, any.</param>
public sealed record Coverage(
    string? Flow,
    int Prompts,
    int Worded,
    int Draft,
    int Translated,
    int CommunityReviewed,
    int Approved,
    int Stale,
    int Core,
    int CoreWorded,
    int CoreShown,
    int Shown,
    bool Live)
{
    /// <summary>Flow by flow, and the sum last.</summary>
    /// <param name="level">What the deployment lets go live.</param>
    public static IReadOnlyList<Coverage> Of(FlowBook book, LanguageTag language, ReviewStatus level)
    {
        ArgumentNullException.ThrowIfNull(book);
        var flows = UnitList.FlowsOf(book).Select(f => OfFlow(book, f, language, level)).ToList();
        int Sum(Func<Coverage, int> of) => flows.Sum(of);
        var withCore = flows.Where(f => f.Core > 0).ToList();
        return
        [
            .. flows,
            new Coverage(
                null, Sum(f => f.Prompts), Sum(f => f.Worded), Sum(f => f.Draft), Sum(f => f.Translated), Sum(f => f.CommunityReviewed), Sum(f => f.Approved),
                Sum(f => f.Stale), Sum(f => f.Core), Sum(f => f.CoreWorded), Sum(f => f.CoreShown), Sum(f => f.Shown), withCore.Count > 0 && withCore.TrueForAll(f => f.Live)),
        ];
    }

    private static Coverage OfFlow(FlowBook book, string flow, LanguageTag language, ReviewStatus level)
    {
        var shape = new LanguageShape(book, flow, language);
        var words = UnitList.WordsOf(book, flow, language);
        var prompts = UnitList.WordsOf(book, flow, LanguageTag.Spanish).Keys.Union(words.Keys, StringComparer.Ordinal).Where(shape.Says).ToList();
        var worded = prompts.Where(words.ContainsKey).ToList();
        var shown = worded.Where(p => WordingsOf(book, flow, p, language).Pick(level)?.Language == language).ToHashSet(StringComparer.Ordinal);
        var core = prompts.Where(p => CorePrompts.Contains(flow, p)).ToList();
        int Count(ReviewStatus status) => worded.Count(p => words[p].Lapsed is null && words[p].Status == status);
        return new Coverage(
            flow, prompts.Count, worded.Count, Count(ReviewStatus.Draft), Count(ReviewStatus.Translated), Count(ReviewStatus.CommunityReviewed), Count(ReviewStatus.Approved),
            worded.Count(p => words[p].Lapsed is not null), core.Count, core.Count(words.ContainsKey), core.Count(shown.Contains), shown.Count,
            core.Count > 0 ? core.TrueForAll(shown.Contains) : shown.Count > 0);
    }

    private static Wordings WordingsOf(FlowBook book, string flow, string prompt, LanguageTag language) =>
        flow == UnitList.Shared ? book.Shared(prompt, language) : book.Compile(flow, language).WordingsOf(prompt);
}
