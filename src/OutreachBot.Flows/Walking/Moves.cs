using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Walking;

/// <summary>What can happen next, wherever a conversation stands.</summary>
/// <remarks>
/// All of it where she simply is in a flow. In a flow laid over another, after an answer that was not understood and after a
/// silence only what differs there: its answers, and the ways to help and to an end. See the room's README.
/// </remarks>
internal sealed class Moves(FlowBook book, WalkWorld world)
{
    private const string LongSilence = "@ +20m";
    private const string DaySilence = "@ +25h";

    private readonly AnswerMoves _answers = new(book, world);
    private readonly WordMoves _words = new(book, world);
    private readonly List<Move> _entrances = [.. EntranceMoves.Of(book, world)];

    private static readonly Move Nonsense = Move.Says(MoveKind.Nonsense, "xq zzr");
    private static readonly Move MoreNonsense = Move.Says(MoveKind.Nonsense, "zzr xq");
    private static readonly Move Greeting = Move.Says(MoveKind.Nonsense, "hola");
    private static readonly Move Thanks = Move.Says(MoveKind.Nonsense, "gracias");

    private static readonly Move[] Told =
    [
        Move.Says(MoveKind.Tells, Canaries.Story), Move.Says(MoveKind.Tells, Canaries.ChildStory), Move.Says(MoveKind.Tells, Canaries.DangerStory),
    ];

    private static readonly Move DangerInTheOpen = Move.Says(MoveKind.Tells, Canaries.OpenDangerStory);

    private static readonly Move[] Media = [Move.Of(MoveKind.Tells, "@ voice"), Move.Of(MoveKind.Tells, "@ image"), Move.Of(MoveKind.Tells, "@ sticker"), Move.Of(MoveKind.Tells, WalkPlaces.AskedPin)];

    public IEnumerable<Move> At(Spot spot, Effort effort)
    {
        if (spot.Session.Held is not null)
        {
            return [Move.Says(MoveKind.Answer, "1"), Move.Says(MoveKind.Answer, "2"), Greeting, Told[0], .. _words.Urgent];
        }
        if (spot.Top() is not { } frame)
        {
            return spot.Quiet == Quiet.No ? [.. _words.AtTheBeginning, Greeting, Thanks, Nonsense, .. Told, .. Tellable(), .. _entrances, Move.Of(MoveKind.Silence, DaySilence)] : [Greeting, Told[0], .. _words.Urgent];
        }
        var flow = FlowOf(spot, frame);
        if (!flow.States.TryGetValue(frame.State, out var state))
        {
            return [];
        }
        var answers = _answers.At(flow, state, frame);
        var told = KeepsToItself(flow, state) ? Told : [DangerInTheOpen];
        if (spot.Quiet != Quiet.No)
        {
            return [.. answers.Take(1), Greeting, told[0], .. _words.AfterSilence(state)];
        }
        if (spot.Session.Pace.NotUnderstood > 0 || frame.Waiting?.Purpose == Purposes.OfferPerson)
        {
            return [.. answers.Take(2).Select(a => a with { Expects = null }), Move.Says(MoveKind.Answer, "1"), Move.Says(MoveKind.Answer, "2"), spot.Session.Pace.NotUnderstood % 2 == 0 ? Nonsense : MoreNonsense, .. _words.ForHelp(state)];
        }
        return effort == Effort.Answers ? answers
            : IsLaidOver(spot) || IsAnothers(flow) ? [.. answers, .. _words.ForHelp(state), .. _words.Out]
            : effort == Effort.Known ? [.. answers, told[0], .. _words.ForHelp(state), .. Timer(spot)]
            : [.. answers, .. told, .. Tellable(), Greeting, Thanks, Nonsense, .. _words.Everywhere(state), .. Silences(spot)];
    }

    /// <summary>What can come by the channel: a text message carries no sound, no picture and no place.</summary>
    private IEnumerable<Move> Tellable() => world.Channel == ChannelKind.Sms ? [] : Media;

    /// <summary>Twenty minutes, until the next timer, and a day.</summary>
    private static IEnumerable<Move> Silences(Spot spot) => [Move.Of(MoveKind.Silence, LongSilence), .. Timer(spot), Move.Of(MoveKind.Silence, DaySilence)];

    private static IEnumerable<Move> Timer(Spot spot)
    {
        if (spot.WakeAt is { } at && at > spot.Now)
        {
            yield return Move.Of(MoveKind.Silence, $"@ +{Math.Ceiling((at - spot.Now).TotalMinutes) + 1:F0}m");
        }
    }

    /// <summary>A text that is asked for and kept under a lower mark is no secret: nothing is planted in it.</summary>
    private static bool KeepsToItself(CompiledFlow flow, CompiledState state) =>
        state.Step is not AskStep { Kind: QuestionKind.Text, Into: { } into } || !flow.Definition.Remembers.TryGetValue(into, out var value) || value.Privacy == Privacy.Sealed;

    /// <summary>What is for everybody is walked as everybody's; a responder's walk only passes through.</summary>
    private bool IsAnothers(CompiledFlow flow) => world.IsResponder && flow.Definition.Audience == Audience.Person;

    private bool IsLaidOver(Spot spot) => spot.Run()!.Frames.SkipLast(1).Any(f => FlowOf(spot, f).States[f.State].Step is not CallStep);

    private CompiledFlow FlowOf(Spot spot, Frame frame) => book.Compile(frame.Flow, spot.Session.Language ?? LanguageTag.Spanish);
}
