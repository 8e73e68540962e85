using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>unused_prompt</c>: no state says it. Flows from which the host sends on its own are left out.</summary>
internal sealed class UnusedPrompt : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Book.Flows.Values.Where(f => !HostEntrances.All.Any(h => h.Flow == f.Name)))
        {
            var said = book.Flows.Where(f => f.Name == flow.Name).SelectMany(PromptUse.SaidIn).Select(u => u.Prompt).ToHashSet(StringComparer.Ordinal);
            foreach (var prompt in flow.Layers.Values.SelectMany(l => l.Prompts.Values).Where(p => !said.Contains(p.Name)))
            {
                yield return new Diagnostic("unused_prompt", Severity.Warning, prompt.Spot,
                    $"No state says '{prompt.Name}'", "Say it in a state, or take it out.");
            }
        }
    }
}
