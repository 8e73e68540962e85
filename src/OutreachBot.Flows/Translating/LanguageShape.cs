using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>What a flow says and offers in one language: its own shape may leave out a question, or options of it.</summary>
internal sealed class LanguageShape
{
    private readonly Dictionary<string, HashSet<string>> _said;
    private readonly HashSet<string> _saidInSpanish;

    public LanguageShape(FlowBook book, string flow, LanguageTag language)
    {
        _said = flow == UnitList.Shared
            ? new(StringComparer.Ordinal)
            : PromptUse.SaidIn(book.Compile(flow, language)).GroupBy(u => u.Prompt, StringComparer.Ordinal).ToDictionary(
                g => g.Key, g => g.SelectMany(u => u.Ask?.Options.Select(o => o.Key) ?? []).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _saidInSpanish = flow == UnitList.Shared
            ? new(StringComparer.Ordinal)
            : PromptUse.SaidIn(book.Compile(flow, LanguageTag.Spanish)).Select(u => u.Prompt).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What no state says, the engine or the host does: it counts in every language.</summary>
    public bool Says(string prompt) => _said.ContainsKey(prompt) || !_saidInSpanish.Contains(prompt);

    public bool Offers(string prompt, string option) => !_said.TryGetValue(prompt, out var options) || options.Contains(option);

    public bool Has(string prompt, PromptPart part) => Says(prompt) && (part.Option is not { } option || Offers(prompt, option));
}
