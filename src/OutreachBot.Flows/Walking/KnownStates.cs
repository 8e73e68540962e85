namespace OutreachBot.Flows.Walking;

/// <summary>The states found so far. What is known is looked at by twos.</summary>
/// <remarks>
/// All that may be known together are too many to walk: nine answers of a report make thousands at each of its questions. A
/// state is new where some two of them stand together as they did nowhere before; a fault that needs three is not looked for.
/// </remarks>
internal sealed class KnownStates
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _laid = new(StringComparer.Ordinal);

    /// <summary>The state that stands for one, where nothing about it is new; else null.</summary>
    public Node? Find(Likeness like)
    {
        var facts = like.Known;
        if (!_places.TryGetValue(like.Shape, out var place))
        {
            return null;
        }
        if (place.Whole.TryGetValue(string.Join(' ', facts), out var same))
        {
            return same;
        }
        return Twos(facts).All(place.Twos.Contains) ? place.First : null;
    }

    /// <summary>How much there is to try at a new state.</summary>
    public Effort EffortAt(Likeness like) =>
        like.LaidOver is { } flow ? _laid.Add(flow) ? Effort.All : Effort.Answers
        : _places.ContainsKey(like.Shape) ? Effort.Known : Effort.All;

    public void Add(Likeness like, Node node)
    {
        if (!_places.TryGetValue(like.Shape, out var place))
        {
            _places[like.Shape] = place = new Place(node);
        }
        place.Whole[string.Join(' ', like.Known)] = node;
        place.Twos.UnionWith(Twos(like.Known));
    }

    /// <summary>Each with each, and each with itself.</summary>
    private static IEnumerable<(string One, string Other)> Twos(IReadOnlyList<string> facts)
    {
        for (var one = 0; one < facts.Count; one++)
        {
            for (var other = one; other < facts.Count; other++)
            {
                yield return (facts[one], facts[other]);
            }
        }
    }

    private sealed class Place(Node first)
    {
        public Node First => first;

        public Dictionary<string, Node> Whole { get; } = new(StringComparer.Ordinal);

        public HashSet<(string One, string Other)> Twos { get; } = [];
    }
}
