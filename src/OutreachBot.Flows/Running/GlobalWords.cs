using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Recognises the words that are always there, and where they are not meant.</summary>
internal sealed class GlobalWords(Turn turn)
{
    public const string Help = "help";
    public const string Danger = "danger";
    public const string Person = "person";
    public const string Language = "language";
    public const string Stop = "stop";
    public const string Start = "start";
    public const string Erase = "erase";
    public const string EraseCode = "erase_code";
    public const string Exit = "exit";
    public const string Calendar = "calendar";
    public const string Menu = "menu";
    public const string Back = "back";
    public const string Repeat = "repeat";
    public const string Listen = "listen";
    public const string Done = "done";
    public const string MyData = "my_data";
    public const string Pending = "pending";

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        Help, Danger, Person, Stop, Start, Erase, EraseCode, Exit, Calendar, Menu, Back, Repeat, Listen, Done, MyData,
    };

    /// <summary>Never held back, never limited: somebody may need them now.</summary>
    public static bool IsNeverLimited(string? word) => word is Danger or Person or Stop or Erase or EraseCode or Exit or Calendar;

    /// <summary>Work at once even after a long silence.</summary>
    public static bool WorksWhenIdle(string? word) => word is Danger or Stop or Erase or EraseCode or Exit or Calendar;

    /// <summary>The word that a message is; null where it is none, or is an answer to what is asked.</summary>
    /// <param name="ask">The question that waits; null: none.</param>
    /// <param name="choice">The options of a choice that waits.</param>
    public string? Read(Message message, AskStep? ask, ChoiceWords? choice) =>
        ReadAny(message, ask, choice) is { } word && (!turn.Cover.IsOn || UnderCover.IsHeard(word)) ? word : null;

    private string? ReadAny(Message message, AskStep? ask, ChoiceWords? choice)
    {
        if (message.Choice is { } pressed && choice?.Keys.Contains(pressed) != true && IsWord(pressed))
        {
            return pressed;
        }
        var text = message.Text.Trim();
        if (text.Length == 0 || message.Pin is not null)
        {
            return null;
        }
        if (text.Length == 1 && char.IsAsciiDigit(text[0]))
        {
            return text == "9" && ask?.Kind is not (QuestionKind.Number or QuestionKind.Code) ? Person : null;
        }
        if (turn.Cover.Word is { } own && text.Length <= 80 && Collation.Key(text) == own)
        {
            return Calendar;
        }
        if (Match(text, ask, choice) is { } word)
        {
            return word;
        }
        var free = ask?.Kind is QuestionKind.Place or QuestionKind.Story or QuestionKind.Text;
        if (text.Length <= 60 && turn.Book.Words.Leading(text, turn.Speaks, out var rest) == Erase && IsCode(rest, free))
        {
            return EraseCode;
        }
        if (!free && IsSlipOfOwn(text, choice))
        {
            return Calendar;
        }
        // In a place or a story such a sentence may be part of what is told.
        return !free && text.Length <= 200 && turn.Book.Words.PoliteStop(text) ? Stop : null;
    }

    private string? Match(string text, AskStep? ask, ChoiceWords? choice)
    {
        if (text.Length > 80 || turn.Book.Words.Recognise(text, turn.Speaks) is not { } match)
        {
            return null;
        }
        var word = match.AnswersAs;
        if (!IsWord(word) && !IsWord(match.Concept))
        {
            return null;
        }
        // A typo of ours may be a village of theirs; only what is written out counts where anything can be said.
        if (match.Guessed && ask?.Kind is QuestionKind.Place or QuestionKind.Story or QuestionKind.Text)
        {
            return null;
        }
        if (match.Word.Use.HasFlag(KeywordUse.OfferedOnly))
        {
            return null;
        }
        // Whoever has a case reads it with the words by which a reporter reads a message.
        if (word == Pending && choice?.Find(Collation.Key(text)) >= 0)
        {
            return null;
        }
        // An option may be called "Listo" or "Menú"; none may take the place of help or of an end.
        return choice is not null && word is (Done or Repeat or Back or Menu or Listen or Person) && choice.Names(Collation.Key(text)) ? null : word;
    }

    /// <summary>The word she chose, with the slip that one of the line's is forgiven; what answers the question is no slip.</summary>
    private bool IsSlipOfOwn(string text, ChoiceWords? choice)
    {
        var key = text.Length <= 80 ? Collation.Key(text) : "";
        return turn.Cover.IsWord(key)
            && choice?.Find(key) is not >= 0
            && turn.Book.Words.Recognise(text, turn.Speaks) is null
            && turn.Book.Words.Number(text, turn.Speaks) is null;
    }

    private bool IsWord(string concept) => Own.Contains(concept) || turn.Book.Interrupts.Contains(concept);

    /// <summary>BORRAR and anything withdraws by code, right or wrong; where anything can be told, only digits do.</summary>
    private static bool IsCode(string rest, bool free)
    {
        var letters = 0;
        var digits = 0;
        foreach (var character in rest)
        {
            letters += char.IsLetter(character) ? 1 : 0;
            digits += char.IsDigit(character) ? 1 : 0;
        }
        return free ? digits > 0 && letters == 0 : rest.AsSpan().Count(' ') <= 3;
    }
}
