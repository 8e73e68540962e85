using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>
/// Hears messages while the thread is a farming calendar: somebody else may have written them. A cry for help, an end to
/// everything and the way back are heard; all else gets a page, and is kept nowhere.
/// </summary>
internal sealed class UnderCover(Turn turn, Walker walker, WordActions actions, Hearing hearing, GlobalWords words, CalendarPage page)
{
    public const string Cover = "cover";
    public const string Uncover = "uncover";

    /// <summary>An alert that is answered by its code is talked about as ever; the calendar is there again after it.</summary>
    public bool Holds => turn.Cover.IsOn && !turn.IsAnythingOpen() && turn.Book.Flows.ContainsKey(CalendarPage.Flow);

    public void Hear(Message message)
    {
        turn.ForgetsSaid = true;
        var text = message.Text.Trim();
        if (IsWayBack(text))
        {
            Lift(GlobalWords.Calendar);
            return;
        }
        var word = words.Read(message, null, null);
        if (word == GlobalWords.Danger || turn.Book.Words.DangerInside(text))
        {
            if (word is null)
            {
                hearing.Keep(turn.Main, message);
            }
            Lift(GlobalWords.Danger);
            return;
        }
        if (word is GlobalWords.Stop or GlobalWords.Start or GlobalWords.Erase or GlobalWords.EraseCode)
        {
            turn.Note(new GlobalWord(word));
            actions.Do(turn.Main, word, message);
            return;
        }
        if (word == GlobalWords.Calendar)
        {
            page.Show();
        }
        else if (IsTooMuch())
        {
            turn.Withheld = true;
        }
        else
        {
            page.Answer(text);
        }
    }

    /// <summary>The host has let go of the cover.</summary>
    /// <param name="word">What lifted it.</param>
    public void Come(RunDraft run, string word)
    {
        if (word == GlobalWords.Danger)
        {
            actions.Do(run, word, Message.Of(""));
            return;
        }
        turn.Close(run.Key);
        turn.Speaker.SayShared(SharedPrompts.Over);
    }

    /// <summary>Not the word once more: it stands in the thread for whoever scrolls up.</summary>
    private bool IsWayBack(string text)
    {
        var key = text.Length > 170 ? [] : Collation.Key(text).Split(' ');
        var half = key.Length / 2;
        if (half == 0 || key.Length % 2 != 0 || !key.AsSpan(0, half).SequenceEqual(key.AsSpan(half)))
        {
            return false;
        }
        var once = string.Join(' ', key.Take(half));
        return turn.Cover.Word is { } own ? once == own : turn.Book.Words.Recognise(once, turn.Speaks)?.Concept == GlobalWords.Calendar;
    }

    private void Lift(string word)
    {
        turn.Note(new GlobalWord(word));
        turn.Cover = turn.Cover with { IsOn = false };
        walker.Await(turn.Main, new EffectCall(Uncover, "", new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal)), word);
    }

    // What is said elsewhere of too many messages would say that somebody reads them.
    private bool IsTooMuch()
    {
        var pace = turn.Pace;
        var silent = Flood.IsOverMinute(pace, turn.Context.Line.Pace) || (Flood.IsSame(pace) && Flood.LeaveUnanswered(ref pace));
        turn.Pace = pace;
        return silent;
    }
}
