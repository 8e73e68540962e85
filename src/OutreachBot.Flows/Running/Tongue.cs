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
        if (turn.Book.Identifier.Identify(text, turn.Context.Line.Languages).Language is not { } heard)
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
}
