using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>What was made of the language of a message.</summary>
internal enum Heard
{
    /// <summary>Nothing to act on: her language, or nothing certain.</summary>
    Nothing,

    /// <summary>She is answered in another language from now on.</summary>
    Another,

    /// <summary>It is one that the line recognises and has no flows in: a person is offered.</summary>
    SpokenByPersons,

    /// <summary>A stranger's, and it could be one or another: she is asked.</summary>
    Unsure,
}

/// <summary>The language a conversation is in.</summary>
internal static class Tongue
{
    /// <summary>A message this long speaks for itself; a shorter one needs a second.</summary>
    private const int LongMessage = 40;

    /// <summary>Below this a message is likelier none of the line's languages than one of them: nothing to ask about.</summary>
    private const double WorthAsking = 0.35;

    /// <summary>What stands behind such a word: a receipt code.</summary>
    private const string DigitsAndSigns = "0123456789-.: ";

    /// <summary>Her own word sets it.</summary>
    public static void Set(Turn turn, LanguageTag language, bool says)
    {
        var before = turn.Speaks;
        turn.Language = language;
        turn.DriftsTo = null;
        if (before != language)
        {
            turn.Note(new LanguageChanged(before, language));
            Mender.Mend(turn);
        }
        if (says && HasFlows(language))
        {
            turn.Speaker.SayShared(SharedPrompts.LanguageSet);
        }
    }

    /// <summary>Whether the line can write in it; else a person can speak it, at best.</summary>
    public static bool HasFlows(LanguageTag language) => LanguageTag.WithFlows.Contains(language);

    /// <summary>The languages shown for a choice: the country's own. Any other can still be named.</summary>
    public static IReadOnlyList<LanguageTag> Offered(Turn turn) =>
        [.. turn.Context.Line.Languages.Where(l => LanguagePriors.IsSpokenIn(turn.Context.Country, l))];

    /// <summary>What a text is in, with what is known of her.</summary>
    public static LanguageReading Read(Turn turn, string text) =>
        turn.Book.Identifier.Identify(text, new LanguagePriors(turn.Context.Line.Languages, turn.Language, turn.Context.Country));

    /// <summary>What she writes in: a stranger is answered in it, hers changes on two messages in a row or a long one.</summary>
    public static Heard Hear(Turn turn, string text)
    {
        if (text.Length < 3 || turn.Context.Line.Languages.Count < 2 || LanguageWords.Named(turn.Book.Words, text, turn.Speaks) is not null)
        {
            return Heard.Nothing;
        }
        var reading = Read(turn, text);
        if (reading.Language is not { } heard)
        {
            return IsWorthAsking(turn, text, reading) ? Heard.Unsure : Heard.Nothing;
        }
        if (heard != LanguageTag.Spanish && IsSpanishWordOfTheLine(turn, text))
        {
            return Heard.Nothing;
        }
        if (turn.Language is null)
        {
            return Change(turn, heard, says: !turn.IsNew && heard != LanguageTag.Spanish);
        }
        if (heard == turn.Speaks || reading.Beside == turn.Speaks)
        {
            // Two languages in one message, hers among them, is how people talk: no wish for another.
            turn.DriftsTo = null;
            return Heard.Nothing;
        }
        if (heard == LanguageTag.Spanish && IsWordOfTheLine(turn, text))
        {
            return Heard.Nothing;
        }
        if (turn.DriftsTo == heard.ToString() || text.Length >= LongMessage)
        {
            return Change(turn, heard, says: true);
        }
        turn.DriftsTo = heard.ToString();
        return Heard.Nothing;
    }

    private static Heard Change(Turn turn, LanguageTag language, bool says)
    {
        Set(turn, language, says);
        return HasFlows(language) ? Heard.Another : Heard.SpokenByPersons;
    }

    /// <summary>Only at first contact, and only where the answer would change what she reads.</summary>
    private static bool IsWorthAsking(Turn turn, string text, LanguageReading reading) =>
        turn is { IsNew: true, Language: null }
        && reading.Guess != LanguageTag.Spanish
        && reading.Confidence >= WorthAsking
        && !turn.Book.Starts.Contains(turn.Book.Words.Concept(text, turn.Speaks) ?? "");

    /// <summary>"Codigo", without its accent, looks like a word of the Andes to a model; it is what the line itself teaches to write.</summary>
    private static bool IsSpanishWordOfTheLine(Turn turn, string text) =>
        text.Length <= 40 && turn.Book.Words.Recognise(text.AsSpan().TrimEnd(DigitsAndSigns).ToString(), LanguageTag.Spanish) is { Guessed: false, Word.Language: var language } && language == LanguageTag.Spanish;

    /// <summary>Spanish words and numbers work in every language, and everybody uses them.</summary>
    private static bool IsWordOfTheLine(Turn turn, string text) =>
        turn.Book.Words.Concept(text, turn.Speaks) is not null || turn.Book.Words.Number(text, turn.Speaks) is not null;
}
