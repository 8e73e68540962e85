namespace OutreachBot.Flows.Walking;

/// <summary>How much is tried at a state.</summary>
internal enum Effort
{
    /// <summary>Its answers: another flow like it has been tried in full, and only where it comes back to is new.</summary>
    Answers,

    /// <summary>What may depend on what is known: that alone is new.</summary>
    Known,

    /// <summary>Everything: nobody has been here yet.</summary>
    All,
}

/// <summary>A state of the walk, with the shortest way that leads to it.</summary>
internal sealed class Node(int number, Spot spot, Node? from, Move? by, Passage? through)
{
    private readonly List<WalkArrow> _arrows = [];

    /// <summary>From 0, the beginning; in the order in which they were found.</summary>
    public int Number => number;

    /// <summary>How much is tried here.</summary>
    public required Effort Effort { get; init; }

    public Spot Spot => spot;

    public Node? From => from;

    public Move? By => by;

    public Passage? Through => through;

    public IReadOnlyList<WalkArrow> Arrows => _arrows;

    public void Lead(WalkArrow arrow) => _arrows.Add(arrow);

    /// <summary>From the beginning to here.</summary>
    public IReadOnlyList<Node> Way()
    {
        var way = new List<Node>();
        for (var at = this; at is not null; at = at.From)
        {
            way.Add(at);
        }
        way.Reverse();
        return way;
    }
}

/// <summary>One way from a state of the walk to another.</summary>
/// <param name="To">Null: not followed, see <see cref="Cuts"/>.</param>
/// <param name="Ends">The flow that she was in is over.</param>
/// <param name="AsksPerson">A person has been asked for on the way.</param>
/// <param name="Alerts">An alert has been raised on the way.</param>
internal sealed record WalkArrow(MoveKind Kind, Node? To, bool Ends, bool AsksPerson, bool Alerts)
{
    public static WalkArrow Of(Node from, Move move, Passage passage, Node? to) => new(
        move.Kind, to,
        from.Spot.Run() is { } run && !(passage.To.Session.Runs.TryGetValue(run.Key, out var left) && left.Frames.Any(f => f.Flow == run.Frames[^1].Flow)),
        Calls(passage, "ask_person"), Calls(passage, "raise_alert"));

    private static bool Calls(Passage passage, string effect) => passage.Effects.Any(e => e.Call.Name == effect && !Definitions.ProofOutcomes.All.Contains(e.Outcome));

    public override string ToString() => $"[{Kind} to {To?.Number}]";
}
