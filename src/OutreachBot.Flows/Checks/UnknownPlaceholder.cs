using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>unknown_placeholder</c>: braces that nothing fills; she would read a gap, or the braces.</summary>
internal sealed class UnknownPlaceholder : ICheck
{
    private static readonly string[] Everywhere = ["options", "yes_no", "n", "line", "language", "hotlines", "hotlines_hours", "hotlines_source"];

    /// <summary>What the engine gives to a prompt of its own.</summary>
    private static readonly Dictionary<string, string[]> Given = new(StringComparer.Ordinal) { [SharedPrompts.StopOrPlace] = ["place"] };

    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            var known = Everywhere.Concat(flow.Definition.Remembers.Keys)
                .Concat(book.Flows.Where(f => f.Name == flow.Name).SelectMany(Gifts)).ToHashSet(StringComparer.Ordinal);
            foreach (var wording in PromptUse.SaidIn(flow).Select(u => u.Prompt).Distinct(StringComparer.Ordinal).SelectMany(p => flow.WordingsOf(p).All()))
            {
                foreach (var fault in Unknown(wording.Prompt, wording, known))
                {
                    yield return fault;
                }
            }
        }
        foreach (var (language, prompts) in book.Book.SharedPrompts)
        {
            foreach (var prompt in prompts.Values)
            {
                var known = Everywhere.Concat(Given.GetValueOrDefault(prompt.Name, [])).ToHashSet(StringComparer.Ordinal);
                foreach (var fault in Unknown(prompt, new Wording(prompt, language), known))
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<string> Gifts(CompiledFlow flow) =>
        flow.States.Values.Select(s => s.Step).OfType<DoStep>()
            .SelectMany(d => EffectCatalogue.TryFind(d.Effect, out var effect) ? effect.Gives : []).Select(g => g.Name);

    private static IEnumerable<Diagnostic> Unknown(Prompt prompt, Wording wording, HashSet<string> known)
    {
        foreach (var name in wording.Placeholders.Where(p => !known.Contains(p)))
        {
            yield return new Diagnostic("unknown_placeholder", Severity.Error, prompt.Spot,
                $"Nothing fills {{{name}}} in prompt '{prompt.Name}'", $"These are known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
        if (wording.HasStrayBrace)
        {
            yield return new Diagnostic("unknown_placeholder", Severity.Error, prompt.Spot,
                $"Prompt '{prompt.Name}' has a brace that is no placeholder", "A placeholder is a name in small letters between braces: {code}.");
        }
    }
}
