using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>The language a conversation is in.</summary>
internal static class Tongue
{
    /// <summary>A message this long speaks for itself; a shorter one needs a second.</summary>
    private const int LongMessage = 40;

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
        if (says)
        {
            turn.Speaker.SayShared(SharedPrompts.LanguageSet);
        }
    }

    /// <summary>What she writes in: a stranger is answered in it, hers changes on two messages in a row or a long one.</summary>
    public static void Hear(Turn turn, string text)
    {
        if (text.Length < 3 || turn.Context.Line.Languages.Count < 2)
        {
            return;
        }
        var priors = new LanguagePriors(turn.Context.Line.Languages, turn.Language, turn.Context.Country);
        if (turn.Book.Identifier.Identify(text, priors).Language is not { } heard
            || !LanguageTag.WithFlows.Contains(heard)
            || IsWordOfTheLine(turn, text, heard))
        {
            return;
        }
        if (turn.Language is null)
        {
            Set(turn, heard, says: !turn.IsNew && heard != LanguageTag.Spanish);
        }
        else if (heard == turn.Speaks)
        {
            turn.DriftsTo = null;
        }
        else if (turn.DriftsTo == heard.ToString() || text.Length >= LongMessage)
        {
            Set(turn, heard, says: true);
        }
        else
        {
            turn.DriftsTo = heard.ToString();
        }
    }

    /// <summary>Names of languages are words of all of them; Spanish words and numbers work in every language, and everybody uses them.</summary>
    private static bool IsWordOfTheLine(Turn turn, string text, LanguageTag heard) =>
        LanguageWords.Named(turn.Book.Words, text, turn.Speaks) is not null
        || (turn.Language is not null && heard == LanguageTag.Spanish
            && (turn.Book.Words.Concept(text, turn.Speaks) is not null || turn.Book.Words.Number(text, turn.Speaks) is not null));
}
