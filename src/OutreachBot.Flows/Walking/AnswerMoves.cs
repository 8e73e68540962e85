using System.Globalization;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Walking;

/// <summary>Every kind of answer that a question understands: digits, words, labels, buttons, what is too much or too little, and skipping.</summary>
internal sealed class AnswerMoves(FlowBook book, WalkWorld world)
{
    private static readonly Move Skip = Answer("0", Triggers.Skipped);

    private readonly Dictionary<CompiledState, IReadOnlyList<Move>> _known = [];

    /// <summary>In the order in which they are tried: the plain way first.</summary>
    public IReadOnlyList<Move> At(CompiledFlow flow, CompiledState state, Frame frame)
    {
        if (frame.Waiting is { Purpose: Purposes.WhichPlace or Purposes.StopOrPlace or Purposes.Department or Purposes.PlaceShort } waiting)
        {
            return [.. OfDialogue(waiting)];
        }
        if (_known.TryGetValue(state, out var moves))
        {
            return moves;
        }
        moves = state.Step switch
        {
            AskStep ask => [.. Of(flow, state, ask), .. ask.Rules.Skippable ? [Skip] : Array.Empty<Move>()],
            WaitStep => [Answer("bien")],
            _ => [],
        };
        _known[state] = moves;
        return moves;
    }

    private IEnumerable<Move> Of(CompiledFlow flow, CompiledState state, AskStep ask) => ask.Kind switch
    {
        QuestionKind.YesNo => YesNo(ask, flow.Language),
        QuestionKind.Choice => Choice(ask, flow.WordingsOf(ask.Prompt).Pick(world.Level)),
        QuestionKind.Text => [Answer(IsSealed(flow, ask) ? Canaries.Text : Canaries.OpenText, Triggers.Answered), .. Voice(ask)],
        QuestionKind.Story => [Answer(Canaries.Story), .. ask.Rules.UntilDone ? [Move.Says(MoveKind.Answer, "LISTO", GlobalWords.Done)] : Array.Empty<Move>(), .. Voice(ask)],
        QuestionKind.Number => [Answer(Number(ask.Rules.Min ?? 0)), Answer(Number(ask.Rules.Max ?? 23)), Answer(Number((ask.Rules.Max ?? 100_000) + 1))],
        QuestionKind.Place => Place(),
        QuestionKind.When => [Answer("el domingo"), Answer("cuando llueva")],
        QuestionKind.Code => [Answer(ask.Rules.Digits is 10 ? Canaries.Code : ask.Rules.Digits is { } n ? new string('7', n) : Canaries.Pin), Answer("7")],
        QuestionKind.Language => [.. Enumerable.Range(1, 4).Select(n => Answer(Number(n))), Answer("mam")],
        _ => [],
    };

    private IEnumerable<Move> YesNo(AskStep ask, LanguageTag speaks)
    {
        yield return Answer("1", Triggers.Yes);
        yield return Answer("2", Triggers.No);
        yield return Answer(WordFor("yes", speaks), Triggers.Yes);
        yield return Answer(WordFor("no", speaks), Triggers.No);
        if (ask.Routes.ContainsKey("unsure"))
        {
            yield return Answer("no sé", Triggers.Unsure);
        }
    }

    private IEnumerable<Move> Choice(AskStep ask, Wording? labels)
    {
        for (var option = 0; option < ask.Options.Count; option++)
        {
            var key = ask.Options[option].Key;
            yield return Answer(Number(option + 1), Triggers.Option(key));
        }
        foreach (var key in ask.Options.Select(o => o.Key))
        {
            if (labels is not null)
            {
                yield return Answer(labels.Label(key), Triggers.Option(key));
            }
            if (world.Channel == ChannelKind.WhatsApp)
            {
                yield return Move.Of(MoveKind.Answer, $"@ press {key}", expects: Triggers.Option(key));
            }
        }
        if (ask.Routes.ContainsKey("free"))
        {
            yield return Answer(Canaries.Person, Triggers.Free);
        }
    }

    private IEnumerable<Move> Place()
    {
        yield return Answer(WalkPlaces.Known, Triggers.Answered);
        yield return Answer(WalkPlaces.Several);
        yield return Answer(WalkPlaces.Abroad, Triggers.Outside);
        yield return Answer(Canaries.Exact);
        yield return Answer("no sé", Triggers.Unknown);
        if (world.Channel == ChannelKind.WhatsApp)
        {
            yield return Move.Of(MoveKind.Answer, WalkPlaces.AskedPin);
            yield return Move.Of(MoveKind.Answer, "@ pin 0 0");
        }
    }

    private static IEnumerable<Move> OfDialogue(Waiting waiting)
    {
        yield return Answer("1");
        if (waiting.Purpose is Purposes.StopOrPlace or Purposes.WhichPlace)
        {
            yield return Answer("2");
        }
        yield return Answer(WalkPlaces.Department);
        yield return Answer(Canaries.Exact);
        yield return Skip with { Expects = null };
    }

    private IEnumerable<Move> Voice(AskStep ask)
    {
        if (world.Channel == ChannelKind.WhatsApp && ask.Rules.Accepts.Contains("voice"))
        {
            yield return Move.Of(MoveKind.Answer, "@ voice", expects: Triggers.Answered);
        }
    }

    private static bool IsSealed(CompiledFlow flow, AskStep ask) =>
        ask.Into is { } into && flow.Definition.Remembers.TryGetValue(into, out var value) && value.Privacy == Privacy.Sealed;

    private string WordFor(string concept, LanguageTag speaks) =>
        (book.Keywords.Words.FirstOrDefault(w => w.Concept == concept && w.Language == speaks && !w.Use.HasFlag(KeywordUse.OfferedOnly))
            ?? book.Keywords.Words.FirstOrDefault(w => w.Concept == concept && w.Language == LanguageTag.Spanish))?.Word ?? (concept == "yes" ? "sí" : "no");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Move Answer(string text, string? expects = null) => Move.Says(MoveKind.Answer, text, expects: expects);
}
