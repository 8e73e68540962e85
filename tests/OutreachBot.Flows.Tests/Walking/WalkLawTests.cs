using System.Globalization;
using System.Text;
using CsCheck;

namespace OutreachBot.Flows.Tests.Walking;

/// <summary>The law: a walk of any flow ends, comes to all that answers can lead to, and to nothing that can't be come to.</summary>
public sealed class WalkLawTests
{
    private const int Flags = 2;

    private static readonly Gen<SmallFlow> AnyFlow =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Flags - 1], Gen.Int[0, 9], Gen.Int[0, 9]).Array[2, 6].Select(drawn => new SmallFlow([.. drawn.Select(r => (r.Item1, r.Item2, r.Item3, r.Item4))]));

    [Fact]
    public void A_walk_of_any_small_flow_ends_and_comes_to_what_can_be_come_to() =>
        AnyFlow.Sample(
            flow =>
            {
                var walked = Walked.Walk(Walked.Probe(flow.States(), flow.Words(), SmallFlow.Remembers()));
                var covered = walked.Coverage.Single(c => c.Flow == "probe");
                var come = flow.Names.Except(covered.StatesMissed).ToHashSet(StringComparer.Ordinal);
                Assert.Superset(flow.Reach(goesBack: false), come);
                Assert.Subset(flow.Reach(goesBack: true), come);
                Assert.All(walked.Worlds, w => Assert.Equal(0, w.BeyondLimit));
            },
            iter: 40);

    [Fact]
    public void A_limit_is_held_and_what_lies_beyond_is_counted()
    {
        var walked = Walked.Walk(Walked.Book(), limit: 5);
        Assert.All(walked.Worlds, w => Assert.True(w.States <= 5 && w.BeyondLimit > 0));
    }

    /// <summary>A flow of questions, words, branches and effects; all but a question lead forward, so that no turn goes round.</summary>
    private sealed class SmallFlow(IReadOnlyList<(int Kind, int Flag, int One, int Other)> rows)
    {
        public override string ToString() => States();

        public IEnumerable<string> Names => Enumerable.Range(0, rows.Count).Select(Name);

        public string States()
        {
            var text = new StringBuilder();
            for (var at = 0; at < rows.Count; at++)
            {
                var (kind, flag, _, _) = rows[at];
                var (one, other) = (Shown(Target(at, first: true)), Shown(Target(at, first: false)));
                text.Append(Name(at)).Append(": ").Append(kind switch
                {
                    0 => $"{{ask: yes_no, into: f{flag}, yes: {one}, no: {other}}}",
                    1 => $"{{say: {Name(at)}, {(one == "end" ? "ends: true" : $"then: {one}")}}}",
                    2 => $"{{when: f{flag}, is: {{yes: {one}}}, else: {other}}}",
                    _ => $"{{do: raise_alert, then: {{told: {one}, not_told: {other}}}}}",
                }).Append('\n');
            }
            return text.ToString();
        }

        public string Words()
        {
            var said = Names.Where((_, at) => rows[at].Kind <= 1).Select(n => $"{n}: \"{n} {{yes_no}}\"").ToList();
            return said.Count > 0 ? string.Join('\n', said) : "unused: x";
        }

        public static string Remembers() => "remembers:\n" + string.Concat(Enumerable.Range(0, Flags).Select(f => $"  f{f}: {{kind: flag, privacy: open}}\n"));

        /// <summary>All states that can be come to, worked out by hand over states and flags.</summary>
        /// <param name="goesBack">She may also go back to any question, and begin again: more than ATRAS and the flow's word allow.</param>
        public HashSet<string> Reach(bool goesBack)
        {
            var seen = new HashSet<(int State, int Flags)>();
            var open = new Stack<(int State, int Flags)>([(0, 0)]);
            while (open.TryPop(out var at))
            {
                if (at.State >= rows.Count || !seen.Add(at))
                {
                    continue;
                }
                var (kind, flag, _, _) = rows[at.State];
                var (one, other) = (Target(at.State, first: true), Target(at.State, first: false));
                var isSet = (at.Flags & (1 << flag)) != 0;
                if (kind != 2 || isSet)
                {
                    open.Push((one, kind == 0 ? at.Flags | (1 << flag) : at.Flags));
                }
                if (kind is 0 or 3 || (kind == 2 && !isSet))
                {
                    open.Push((other, kind == 0 ? at.Flags & ~(1 << flag) : at.Flags));
                }
                foreach (var back in goesBack ? Enumerable.Range(0, rows.Count).Where(s => s == 0 || (rows[s].Kind == 0 && seen.Any(x => x.State == s))) : [])
                {
                    open.Push((back, at.Flags));
                }
            }
            return [.. seen.Select(s => Name(s.State))];
        }

        /// <summary>Questions lead anywhere, all else forward; as many as there are states: the end.</summary>
        private int Target(int at, bool first)
        {
            var number = first ? rows[at].One : rows[at].Other;
            return rows[at].Kind == 0 ? number % (rows.Count + 1) : Math.Min(rows.Count, at + 1 + (number % 3));
        }

        private string Shown(int state) => state >= rows.Count ? "end" : Name(state);

        private static string Name(int state) => state == 0 ? "a" : string.Create(CultureInfo.InvariantCulture, $"s{state}");
    }
}
