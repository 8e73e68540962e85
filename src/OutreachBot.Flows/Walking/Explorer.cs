using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>Walks one world, breadth first, so that the first way to a state is a shortest one.</summary>
internal sealed class Explorer
{
    private static readonly DateTimeOffset Start = Chats.ChatSettings.Default.Start;

    private readonly FlowBook _book;
    private readonly WalkWorld _world;
    private readonly int _mostStates;
    private readonly TurnTree _turns;
    private readonly Moves _moves;
    private readonly Shape _shape;
    private readonly IReadOnlyList<ITurnFault> _faults;
    private readonly KnownStates _states = new();
    private readonly List<Node> _nodes = [];

    /// <param name="shape">Shared between worlds: it only reads.</param>
    public Explorer(FlowBook book, WalkWorld world, Shape shape, IReadOnlyList<ITurnFault> faults, int mostStates)
    {
        _book = book;
        _world = world;
        _mostStates = mostStates;
        _shape = shape;
        _faults = faults;
        _turns = new TurnTree(new FlowEngine(book), world, new Outcomes(book));
        _moves = new Moves(book, world);
    }

    public WalkedWorld Walk(CancellationToken cancellation)
    {
        var cuts = new Cuts();
        var events = new HashSet<TurnEvent>();
        var found = new List<Finding>();
        var stranger = new Spot(_world.LanguageKnown ? Session.Stranger with { Language = _world.Language } : Session.Stranger, Start, null, default);
        Add(stranger, null, null, null, _shape.Of(stranger, justLaid: false));
        for (var at = 0; at < _nodes.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = _nodes[at];
            foreach (var move in _moves.At(node.Spot, node.Effort))
            {
                foreach (var passage in _turns.Play(node.Spot, move))
                {
                    events.UnionWith(passage.Events.Where(e => e is StateEntered or ArrowTaken));
                    var to = Follow(node, move, passage, cuts);
                    node.Lead(WalkArrow.Of(node, move, passage, to));
                    var turn = new WalkedTurn(_book, _world, node, move, passage, to);
                    found.AddRange(_faults.SelectMany(f => f.Look(turn)));
                }
            }
        }
        return new WalkedWorld(_book, _world, _nodes, events, _turns.Steps, cuts, found);
    }

    private Node? Follow(Node from, Move move, Passage passage, Cuts cuts)
    {
        if (passage.To.Session.Language is { } language && language != _world.Language && LanguageTag.WithFlows.Contains(language))
        {
            cuts.OtherLanguage++;
            return null;
        }
        var like = _shape.Of(passage.To, justLaid: move.Kind == MoveKind.Word);
        if (_states.Find(like) is { } known)
        {
            return known;
        }
        if (_nodes.Count >= _mostStates)
        {
            cuts.TooMany++;
            return null;
        }
        return Add(passage.To, from, move, passage, like);
    }

    private Node Add(Spot spot, Node? from, Move? by, Passage? through, Likeness like)
    {
        var node = new Node(_nodes.Count, spot, from, by, through) { Effort = _states.EffortAt(like) };
        _nodes.Add(node);
        _states.Add(like, node);
        return node;
    }
}
