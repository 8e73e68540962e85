using System.Globalization;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Reads answers to all kinds of questions but places, which need a dialogue. Null: not an answer.</summary>
internal sealed class AnswerReader(Turn turn)
{
    private WordReader Words => turn.Book.Words;

    public Answer? Read(CompiledState state, AskStep ask, Message message)
    {
        var text = message.Text.Trim();
        if (Skips(ask, message))
        {
            return new Answer(Triggers.Skipped);
        }
        var answer = ask.Kind switch
        {
            QuestionKind.YesNo => YesNo(ask, message, text),
            QuestionKind.Choice => Choice(state, ask, message, text),
            QuestionKind.Text => Text(ask, message, text),
            QuestionKind.Story => Story(ask, message, text),
            QuestionKind.Number => Number(ask, text),
            QuestionKind.When => When(message, text),
            QuestionKind.Code => Code(ask, text),
            QuestionKind.Language => Language(message, text),
            _ => null,
        };
        return answer ?? Unsure(ask, text);
    }

    /// <summary>0, or a word for skipping, on a question that can be skipped. Where a number is asked and none is too small, 0 is one.</summary>
    public bool Skips(AskStep ask, Message message) => ask.Rules.Skippable && AsksToSkip(ask, message);

    public bool AsksToSkip(AskStep ask, Message message)
    {
        if (message.Choice == "skip")
        {
            return true;
        }
        var text = message.Text.Trim();
        if (text.Length is 0 or > 40)
        {
            return false;
        }
        var zeroCounts = ask.Kind == QuestionKind.Number && (ask.Rules.Min is <= 0 || !ask.Rules.Skippable);
        return (!zeroCounts && IsZero(text)) || Words.Concept(text, turn.Speaks) == "skip";
    }

    private bool IsZero(string text) => text is "0" || (text.Length < 20 && Words.Number(text, turn.Speaks) == 0);

    private Answer? YesNo(AskStep ask, Message message, string text)
    {
        var said = message.Choice ?? (text.Length == 0 ? null : Words.Number(text, turn.Speaks) switch { 1 => "yes", 2 => "no", _ => null });
        string? rest = null;
        if (said is not ("yes" or "no"))
        {
            said = CopiedLine.Contradicts(text, Words, turn.Speaks) ? null : Words.YesNo(text, turn.Speaks) switch
            {
                Languages.YesNo.Yes => "yes",
                Languages.YesNo.No => "no",
                Languages.YesNo.Unsure when ask.Routes.ContainsKey("unsure") => "unsure",
                _ => null,
            };
            // "todavía no. el domingo se va": an answer, and words that tell more.
            rest = text;
        }
        return said switch
        {
            "yes" => new Answer(Triggers.Yes, Given.Of(ValueKind.Flag, "yes"), Telling(rest)),
            "no" => new Answer(Triggers.No, Given.Of(ValueKind.Flag, "no"), Telling(rest)),
            "unsure" => new Answer(Triggers.Unsure, null, Telling(rest)),
            _ => null,
        };
    }

    /// <summary>Null for words that say no more than the answer does.</summary>
    private string? Telling(string? text) =>
        text is not null && text.AsSpan().Count(' ') >= 2 && (Words.ReadsLikeStory(text) || text.AsSpan().ContainsAny(".,;") && text.Length >= 20) ? text : null;

    private Answer? Choice(CompiledState state, AskStep ask, Message message, string text)
    {
        var words = state.Choice!;
        var option = message.Choice is { } pressed ? IndexOf(words, pressed) : -1;
        if (option < 0 && text.Length > 0)
        {
            option = Numbered(text, words.Keys.Count);
        }
        if (option < 0 && CopiedLine.Option(text, words) is { } copied)
        {
            option = copied;
        }
        else if (option < 0 && text.Length is > 0 and <= 60)
        {
            option = words.Find(Collation.Key(text));
            if (option < 0 && Words.Concept(text, turn.Speaks) is { } concept)
            {
                option = IndexOf(words, concept);
            }
            // Spanish may stand in for her language: her yes is an option that is called yes there.
            if (option < 0)
            {
                option = Words.YesNo(text, turn.Speaks) switch { Languages.YesNo.Yes => words.Find("si"), Languages.YesNo.No => words.Find("no"), _ => -1 };
            }
        }
        if (option >= 0)
        {
            var key = words.Keys[option];
            return new Answer(Triggers.Option(key), Given.Of(ValueKind.Choice, key));
        }
        return ask.Routes.ContainsKey("free") && IsWords(text)
            ? new Answer(Triggers.Free, Given.Of(ValueKind.Text, text, text), Words.ReadsLikeStory(text) ? text : null)
            : null;
    }

    private static int IndexOf(ChoiceWords words, string key)
    {
        for (var i = 0; i < words.Keys.Count; i++)
        {
            if (words.Keys[i] == key)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>1, uno, a): which of so many; -1: none.</summary>
    private int Numbered(string text, int count)
    {
        var number = WordReader.Letter(text) ?? Words.Number(text, turn.Speaks);
        return number is >= 1 && number <= count ? number.Value - 1 : -1;
    }

    private static Answer? Text(AskStep ask, Message message, string text)
    {
        var taken = Taken(ask, message);
        return text.Length == 0 && taken.Count == 0
            ? null
            : new Answer(Triggers.Answered, new Given(ValueKind.Text, text, null, taken));
    }

    private static List<Attachment> Taken(AskStep ask, Message message)
    {
        List<Attachment> taken = [];
        if (ask.Rules.Accepts.Contains("voice"))
        {
            taken.AddRange(Of(message, AttachmentKind.Voice));
        }
        if (ask.Rules.Accepts.Contains("image"))
        {
            taken.AddRange(Of(message, AttachmentKind.Image));
        }
        return taken;
    }

    private static Answer? Story(AskStep ask, Message message, string text)
    {
        var taken = Taken(ask, message);
        return (text.Length == 0 || !ask.Rules.Accepts.Contains("text")) && taken.Count == 0
            ? null
            : new Answer(Triggers.Answered, new Given(ValueKind.Story, text, null, taken));
    }

    private Answer? Number(AskStep ask, string text)
    {
        var number = text.Length == 0 ? null : Words.Number(text, turn.Speaks) ?? WordReader.NumberInside(text);
        return number is { } value && value >= (ask.Rules.Min ?? 0) && value <= (ask.Rules.Max ?? int.MaxValue)
            ? new Answer(Triggers.Answered, Given.Of(ValueKind.Number, value.ToString(CultureInfo.InvariantCulture)))
            : null;
    }

    private Answer? When(Message message, string text)
    {
        if (!IsWords(text))
        {
            var voice = Of(message, AttachmentKind.Voice);
            return voice.Count > 0 ? new Answer(Triggers.Answered, new Given(ValueKind.When, "", null, voice)) : null;
        }
        var days = DateReader.Read(text, LocalDay.Of(turn.Context))?.ToString();
        return new Answer(Triggers.Answered, Given.Of(ValueKind.When, days ?? text, text));
    }

    private static Answer? Code(AskStep ask, string text)
    {
        var digits = DigitsOf(text);
        var fits = ask.Rules.Digits is { } length ? digits.Length == length : digits.Length is >= 2 and <= 20;
        return fits ? new Answer(Triggers.Answered, Given.Of(ValueKind.Code, digits)) : null;
    }

    /// <summary>The digits of a code, in whatever groups it was written: <c>123-456 7890</c>.</summary>
    public static string DigitsOf(string text)
    {
        Span<char> digits = stackalloc char[24];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsDigit(character) && count < digits.Length)
            {
                digits[count++] = (char)('0' + (int)char.GetNumericValue(character));
            }
        }
        return new string(digits[..count]);
    }

    private Answer? Language(Message message, string text)
    {
        var languages = turn.Context.Line.Languages;
        var offered = Tongue.Offered(turn);
        LanguageTag? chosen = null;
        if (LanguageTag.TryParse(message.Choice ?? text, out var tag))
        {
            chosen = tag;
        }
        else if (Numbered(text, offered.Count) is >= 0 and var index && text.Length > 0)
        {
            chosen = offered[index];
        }
        else if (LanguageWords.Named(Words, text, turn.Speaks) is { } named)
        {
            chosen = named;
        }
        else if (text.AsSpan().Trim().Contains(' '))
        {
            // She answers by writing in it.
            chosen = Tongue.Read(turn, text).Language;
        }
        return chosen is { } language && languages.Contains(language)
            ? new Answer(Triggers.Answered, Given.Of(ValueKind.Language, language.ToString()))
            : null;
    }

    /// <summary>"No sé" to a question that can be skipped skips it.</summary>
    private Answer? Unsure(AskStep ask, string text)
    {
        if (text.Length is 0 or > 60 || Words.YesNo(text, turn.Speaks) != Languages.YesNo.Unsure)
        {
            return null;
        }
        return ask.Routes.ContainsKey("unsure") ? new Answer(Triggers.Unsure) : ask.Rules.Skippable ? new Answer(Triggers.Skipped) : null;
    }

    private static bool IsWords(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '@') >= 0;

    private static List<Attachment> Of(Message message, AttachmentKind kind) =>
        message.Attachments.Count == 0 ? [] : [.. message.Attachments.Where(a => a.Kind == kind)];
}
