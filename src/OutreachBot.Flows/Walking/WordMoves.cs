using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>The words that are always there, and those that start a flow; each as its first Spanish word, which works in every language.</summary>
internal sealed class WordMoves
{
    private static readonly string[] Own =
    [
        GlobalWords.Help, GlobalWords.Menu, GlobalWords.Back, GlobalWords.Repeat, GlobalWords.Listen, GlobalWords.Done,
        GlobalWords.MyData, GlobalWords.Stop, GlobalWords.Start, GlobalWords.Exit, GlobalWords.Erase,
    ];

    private readonly FlowBook _book;
    private readonly List<Move> _everywhere;
    private readonly List<Move> _afterSilence;

    public WordMoves(FlowBook book, WalkWorld world)
    {
        _book = book;
        var interrupts = book.Interrupts.Select(i => i.Key).Except(Own).Where(c => c is not (GlobalWords.Danger or GlobalWords.Person));
        _everywhere = [.. Own.Concat(interrupts).Select(Word).OfType<Move>(), Move.Says(MoveKind.Word, "BORRAR 123-456-7890", GlobalWords.EraseCode)];
        var starts = book.Starts.Select(s => s.Key).Select(Word).OfType<Move>();
        AtTheBeginning =
        [
            .. starts, .. _everywhere, Nine, .. Help(),
            Move.Says(MoveKind.Word, "123-456-7890", "follow_up"),
            .. LanguageTag.All.Where(l => l != LanguageTag.Spanish).Select(l => Word(LanguageWords.Prefix + l)).OfType<Move>(),
            .. world.IsResponder ? [Move.Says(MoveKind.Word, "TALLER 23 mujeres 4 hombres Sacaca", "workshop")] : Array.Empty<Move>(),
        ];
        Out = [.. new[] { GlobalWords.Back, GlobalWords.Exit }.Select(Word).OfType<Move>()];
        Urgent = [.. Help().Take(1), .. new[] { GlobalWords.Stop, GlobalWords.Erase, GlobalWords.Exit }.Select(Word).OfType<Move>()];
        _afterSilence = [.. Urgent.Skip(1), .. new[] { GlobalWords.Menu, GlobalWords.Repeat, GlobalWords.Back, GlobalWords.Help }.Select(Word).OfType<Move>()];
    }

    public IReadOnlyList<Move> AtTheBeginning { get; }

    /// <summary>The ways out of a flow laid over another.</summary>
    public IReadOnlyList<Move> Out { get; }

    /// <summary>What works at once after a long silence.</summary>
    public IReadOnlyList<Move> Urgent { get; }

    private static Move Nine { get; } = Move.Says(MoveKind.Word, "9", GlobalWords.Person);

    public IEnumerable<Move> Everywhere(CompiledState state) => [.. _everywhere, .. ForHelp(state)];

    public IEnumerable<Move> AfterSilence(CompiledState state) => [.. ForHelp(state), .. _afterSilence];

    /// <summary>A cry, and the wish for a person. Where digits are asked for, 9 is one of them.</summary>
    public IEnumerable<Move> ForHelp(CompiledState state) =>
        state.Step is AskStep { Kind: QuestionKind.Code or QuestionKind.Number } ? Help() : [Nine, .. Help()];

    private IEnumerable<Move> Help() => new[] { GlobalWords.Danger, GlobalWords.Person }.Select(Word).OfType<Move>();

    private Move? Word(string concept) =>
        _book.Keywords.Words.FirstOrDefault(w => w.Concept == concept && (w.Language == LanguageTag.Spanish || concept.StartsWith(LanguageWords.Prefix, StringComparison.Ordinal)) && (w.AnswersAs ?? concept) == concept && !w.Use.HasFlag(KeywordUse.OfferedOnly)) is { } word
            ? Move.Says(MoveKind.Word, word.Word.ToUpperInvariant(), concept)
            : null;
}
