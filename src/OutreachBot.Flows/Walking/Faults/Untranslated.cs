using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary>
/// <c>untranslated</c>: an option is shown by its key, for want of a label in the language that is said; <c>unmarked_draft</c>:
/// words that nobody has reviewed, without the mark that says so.
/// </summary>
/// <remarks>
/// Spanish in the place of words that aren't there, or aren't live, is no fault: docs/decisions/0004-languages-go-live-flow-by-flow.md.
/// </remarks>
internal sealed class Untranslated : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn)
    {
        foreach (var prompt in turn.Passage.Prompts().Where(p => p != "shared.repeat"))
        {
            if (turn.WordsOf(prompt).Pick(turn.World.Level) is not { } said)
            {
                continue;
            }
            if (AskedBy(turn, prompt)?.Options.FirstOrDefault(o => !said.Prompt.Options.ContainsKey(o.Key)) is { Key: { } key })
            {
                yield return turn.Fault("untranslated", said.Prompt.Spot, $"'{prompt}' shows '{key}' as it stands in the flow, for want of a label in {said.Language}", $"Write `options: {{{key}: …}}`.");
            }
            if (said.Language != LanguageTag.Spanish && said.Prompt.Status < ReviewStatus.Approved && turn.World.MarksDrafts && !IsMarked(turn))
            {
                yield return turn.Fault("unmarked_draft", said.Prompt.Spot, $"'{prompt}' in {said.Language} has not been approved, and nothing on the screen says so", "Give shared/<lang>.yaml words for `draft_mark`.");
            }
        }
    }

    /// <summary>The choice that a prompt puts, where it has just been put.</summary>
    private static AskStep? AskedBy(WalkedTurn turn, string prompt) =>
        turn.Passage.To.Top() is { } top && turn.Book.Compile(top.Flow, turn.Passage.To.Session.Language ?? LanguageTag.Spanish).States.GetValueOrDefault(top.State)?.Step
            is AskStep { Kind: QuestionKind.Choice } ask && prompt == top.Flow + "." + ask.Prompt ? ask : null;

    private static bool IsMarked(WalkedTurn turn)
    {
        var language = turn.Passage.To.Session.Language ?? LanguageTag.Spanish;
        var mark = turn.Book.Shared(SharedPrompts.DraftMark, language).Pick(turn.World.Level)?.Prompt.Text ?? "";
        var shown = turn.World.Channel == ChannelKind.Sms ? SmsFold.Fold(mark, language) : mark;
        return shown.Length > 0 && turn.Passage.Says.Any(h => h.Say.Text.Contains(shown, StringComparison.Ordinal));
    }
}
