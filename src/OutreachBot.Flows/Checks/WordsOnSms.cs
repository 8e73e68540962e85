using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary>All words that may go out by SMS.</summary>
internal static class WordsOnSms
{
    public static IEnumerable<(Prompt Prompt, LanguageTag Language)> All(FlowBook book) =>
        book.Flows.Values.SelectMany(f => f.Layers.Values).SelectMany(l => l.Prompts.Values.Select(p => (p, l.Language)))
            .Concat(book.SharedPrompts.SelectMany(l => l.Value.Values.Select(p => (p, l.Key))));

    /// <summary>The parts of a prompt that SMS carries, each with what to call it.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Prompt prompt)
    {
        yield return ("The text", prompt.Text);
        if (prompt.Hint is { } hint)
        {
            yield return ("The hint", hint);
        }
        foreach (var (option, label) in prompt.Options)
        {
            yield return ($"The label of '{option}'", label);
        }
    }
}
