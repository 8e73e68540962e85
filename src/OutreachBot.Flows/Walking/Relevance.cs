using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>
/// Which remembered values can turn a conversation, and which of their contents turn it alike. Two stories are one to a
/// walk; "police" and "the authority" are one as long as no branch tells them apart.
/// </summary>
internal sealed class Relevance
{
    private readonly Dictionary<(string Flow, string Value), (string Flow, string Value)> _linked = [];
    private readonly Dictionary<(string Flow, string Value), List<Func<string, string>>> _tests = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<((string, string) Group, string Text), string> _classes = new();

    public Relevance(FlowBook book)
    {
        foreach (var (flow, state) in Everything.StatesOf(book))
        {
            Link(flow, state);
        }
        LinkLaidOver(book);
        foreach (var (flow, state) in Everything.StatesOf(book))
        {
            Test(flow, state);
        }
    }

    /// <summary>Whether a branch looks at a value, in its flow or in one that it goes to.</summary>
    public bool Counts(string flow, string name) => _tests.ContainsKey(GroupOf((flow, name)));

    /// <summary>What a value that counts amounts to; empty where there is nothing in it.</summary>
    public string ClassOf(string flow, string name, RememberedAnswer value)
    {
        var group = GroupOf((flow, name));
        if (!_tests.TryGetValue(group, out var tests))
        {
            return "";
        }
        if (value.Text.Length == 0)
        {
            return value.Said is null && value.Attachments.Count == 0 ? "" : "said";
        }
        // Contents that no branch names are all alike: only the first of them is worked out.
        if (!_classes.TryGetValue((group, value.Text), out var found))
        {
            found = string.Join('/', tests.Select(t => t(value.Text)).Distinct(StringComparer.Ordinal));
            if (_classes.Count < 4_096)
            {
                _classes[(group, value.Text)] = found;
            }
        }
        return found;
    }

    private void Test(CompiledFlow flow, CompiledState state)
    {
        switch (state.Step)
        {
            case WhenStep { Subject: ['k', 'n', 'o', 'w', 'n', ' ', .. var name] }:
                Add((flow.Name, name.Trim()), _ => "known");
                break;
            case WhenStep { Subject: not ['@', ..] } branch:
                Add((flow.Name, branch.Subject), text => state.Name + ":" + (branch.Is.TryGetValue(text, out var target) ? target : branch.Else ?? Target.End));
                break;
            case AskStep { Rules.UnlessKnown: true, Into: { } into } ask:
                Add((flow.Name, into), text => state.Name + ":" + (state.Goal(ask.Kind == QuestionKind.YesNo ? text : Triggers.Option(text)) ?? state.Goal(Triggers.Answered))?.ToString());
                break;
        }
    }

    private void Add((string, string) value, Func<string, string> test)
    {
        var group = GroupOf(value);
        if (!_tests.TryGetValue(group, out var tests))
        {
            _tests[group] = tests = [];
        }
        tests.Add(test);
    }

    private void Link(CompiledFlow flow, CompiledState state)
    {
        if (state.Step is CallStep call)
        {
            foreach (var (there, here) in call.With.Where(w => !w.Value.IsLiteral))
            {
                Join((call.Flow, there), (flow.Name, here.Text));
            }
        }
    }

    /// <summary>A flow that a word lays over another takes its values of the same name, and gives them back.</summary>
    private void LinkLaidOver(FlowBook book)
    {
        foreach (var over in book.Interrupts.SelectMany(i => i).Select(e => e.Flow).Distinct())
        {
            foreach (var under in book.Flows.Values)
            {
                foreach (var name in over.Remembers.Keys.Where(under.Remembers.ContainsKey))
                {
                    Join((over.Name, name), (under.Name, name));
                }
            }
        }
    }

    private void Join((string, string) one, (string, string) other)
    {
        var (a, b) = (GroupOf(one), GroupOf(other));
        if (a != b)
        {
            _linked[a] = b;
        }
    }

    private (string Flow, string Value) GroupOf((string Flow, string Value) value)
    {
        while (_linked.TryGetValue(value, out var next))
        {
            value = next;
        }
        return value;
    }
}
