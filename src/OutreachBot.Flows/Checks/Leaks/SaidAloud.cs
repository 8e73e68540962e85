using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks.Leaks;

/// <summary>Prompts that say a sealed value that she herself didn't give, and prompts sent unasked that say any private one.</summary>
internal sealed class SaidAloud : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        var given = new Givers(book);
        foreach (var flow in book.Flows)
        {
            foreach (var use in PromptUse.SaidIn(flow))
            {
                var unasked = HostEntrances.All.Contains(new HostEntrance(flow.Name, use.State.Name));
                var said = flow.WordingsOf(use.Prompt).All().SelectMany(w => w.Placeholders).Distinct(StringComparer.Ordinal)
                    .Select(flow.Definition.Remembers.GetValueOrDefault).OfType<RememberedValue>();
                foreach (var value in said)
                {
                    if (unasked && value.Privacy != Privacy.Open)
                    {
                        yield return SealedLeak.Fault(use.State.Definition.Spot,
                            $"Prompt '{use.Prompt}' is sent unasked and says '{value.Name}', which is {SealedLeak.Word(value.Privacy)}", "Somebody else may see the screen: say it after she has answered.");
                    }
                    else if (value.Privacy == Privacy.Sealed && !given.ByHerself(flow.Name, value.Name))
                    {
                        yield return SealedLeak.Fault(use.State.Definition.Spot,
                            $"Prompt '{use.Prompt}' says '{value.Name}', which is sealed and which no question of hers has filled", "A sealed value is said only to the person who gave it.");
                    }
                }
            }
        }
    }

    /// <summary>Which values the person in a conversation gave herself: by an answer, or from a flow in which she did.</summary>
    private sealed class Givers
    {
        private readonly HashSet<(string Flow, string Value)> _hers = [];

        public Givers(CheckedBook book)
        {
            foreach (var flow in book.Flows)
            {
                _hers.UnionWith(flow.States.Values.Select(s => s.Step).OfType<AskStep>().Where(a => a.Into is not null).Select(a => (flow.Name, a.Into!)));
                // What a stranger told first is kept for the story of whatever flow begins.
                _hers.UnionWith(flow.Definition.Remembers.Values.Where(v => v.Kind == ValueKind.Story).Select(v => (flow.Name, v.Name)));
            }
            var handed = book.Flows.SelectMany(f => f.States.Values.Select(s => s.Step).OfType<CallStep>().SelectMany(c => c.With
                .Where(w => !w.Value.IsLiteral).Select(w => (Here: (f.Name, w.Value.Text), There: (c.Flow, w.Key))))).ToList();
            bool grew;
            do
            {
                grew = false;
                foreach (var (here, there) in handed)
                {
                    // There by the call, and back by its end.
                    grew |= _hers.Contains(here) && _hers.Add(there);
                    grew |= _hers.Contains(there) && _hers.Add(here);
                }
            }
            while (grew);
        }

        public bool ByHerself(string flow, string value) => _hers.Contains((flow, value));
    }
}
