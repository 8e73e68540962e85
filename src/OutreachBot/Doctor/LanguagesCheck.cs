using Microsoft.Extensions.Options;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Translating;
using OutreachBot.Settings;

namespace OutreachBot.Doctor;

/// <summary>Which languages are live, at the level this deployment sets. Never a fault: Spanish stands in, and says so.</summary>
internal sealed class LanguagesCheck(FlowsDirectory flows, IOptions<LanguagesOptions> options, Judgement judgement) : IDoctorCheck
{
    public string Name => "languages";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var showsDrafts = await judgement.IsDemoAsync(cancellationToken) || options.Value.ShowDrafts;
        return FlowBookLoader.Load(flows.Path).Book is { } book
            ? [.. Judge(book, showsDrafts ? ReviewStatus.Draft : options.Value.GoLive, showsDrafts)]
            : [];
    }

    /// <param name="showsDrafts">Words that nobody has reviewed are said, with a mark.</param>
    internal static IEnumerable<Finding> Judge(FlowBook book, ReviewStatus level, bool showsDrafts)
    {
        foreach (var language in LanguageTag.WithFlows.Where(l => l != LanguageTag.Spanish))
        {
            yield return Finding.Note(
                $"{language} at the level {StatusWords.Of(level)}: {Debt.Of(book, language, level)}.",
                showsDrafts ? "Drafts are said, with a mark: for a demonstration only." : "What waits for whom: translations status");
        }
    }
}
