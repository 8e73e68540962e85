using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>An effect that the host carried out in a walk.</summary>
/// <param name="At">The state that asked for it; null: a word did.</param>
internal sealed record Carried(EffectCall Call, StateEntered? At, string Outcome, IReadOnlyDictionary<string, string> Gives)
{
    public override string ToString() => $"[carried {Call.Name} {Outcome}]";
}

/// <summary>All that can come of an effect: each outcome, each PIN that may stand before it, each flag it gives that a flow branches on.</summary>
internal sealed class Outcomes
{
    private readonly FlowBook _book;
    private readonly HashSet<string> _branchedOn;

    public Outcomes(FlowBook book)
    {
        _book = book;
        _branchedOn = Everything.StatesOf(book).Select(s => s.State.Step).OfType<WhenStep>().Select(w => w.Subject).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="before">What was carried out in this turn already: at one state an effect comes out in each way once a turn, or a walk would never end it.</param>
    public IEnumerable<Carried> Of(EffectCall call, StateEntered? at, bool isResponder, IReadOnlyList<Carried> before)
    {
        if (!EffectCatalogue.TryFind(call.Name, out var kind))
        {
            throw new InvalidOperationException($"The engine asked for an effect that isn't in the catalogue: '{call.Name}'.");
        }
        var had = before.Where(b => b.Call.Name == call.Name && b.At == at).Select(b => b.Outcome).ToHashSet(StringComparer.Ordinal);
        var open = kind.Outcomes.Where(o => !had.Contains(o)).ToList();
        if (open.Count == 0)
        {
            open.Add(kind.Outcomes[^1]);
        }
        foreach (var outcome in open)
        {
            foreach (var gives in Gifts(kind, outcome))
            {
                yield return new Carried(call, at, outcome, gives);
            }
        }
        if (isResponder && _book.Flows.ContainsKey("pin") && !had.Overlaps(ProofOutcomes.All))
        {
            foreach (var outcome in ProofsOf(kind))
            {
                yield return new Carried(call, at, outcome, new Dictionary<string, string>(StringComparer.Ordinal));
            }
        }
    }

    private static IReadOnlyList<string> ProofsOf(EffectKind kind) => kind.Proof switch
    {
        ProofNeed.Always => ProofOutcomes.All,
        ProofNeed.OnceSet => [ProofOutcomes.Ask, ProofOutcomes.Locked],
        ProofNeed.Refused => [ProofOutcomes.Locked],
        _ => [],
    };

    private List<Dictionary<string, string>> Gifts(EffectKind kind, string outcome)
    {
        var ways = new List<Dictionary<string, string>> { new(StringComparer.Ordinal) };
        if (kind.Undone.Contains(outcome, StringComparer.Ordinal))
        {
            return ways;
        }
        foreach (var gift in kind.Gives)
        {
            string[] values = _branchedOn.Contains(gift.Name) ? ["no", "yes"] : [Value(gift)];
            ways = [.. ways.SelectMany(w => values.Select(v => new Dictionary<string, string>(w, StringComparer.Ordinal) { [gift.Name] = v }))];
        }
        return ways;
    }

    /// <summary>As long as they come; see <see cref="Checks.LongValues"/>.</summary>
    private static string Value(EffectGift gift) => gift.Origin == GiftOrigin.AnotherPerson ? Canaries.Others : gift.Name switch
    {
        "code" => "123-456-7890",
        "count" or "women" or "men" => "88",
        "status" => "en camino hoy",
        "municipality" => WalkPlaces.KnownLabel,
        "alerts" => string.Join(", ", Enumerable.Repeat("KT47", 16)),
        "offices" => "1 Defensoria de la Ninez de Sacaca 2 Fiscalia especializada de Potosi 3 SLIM del municipio de Sacaca",
        _ => "el municipio donde se hizo",
    };
}
