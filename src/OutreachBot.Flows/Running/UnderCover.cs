using System.Collections.Frozen;
using OutreachBot.Flows.Compiling;

namespace OutreachBot.Flows.Running;

/// <summary>
/// Hears messages while the thread is a farming calendar: somebody else may have written them. A cry for help, an end to
/// everything and the way back are heard; all else gets a page, and is kept nowhere. A cry lifts nothing: help is all that is
/// talked of then, and the calendar is there again when it has ended, or was left for a quarter of an hour.
/// </summary>
internal sealed class UnderCover(Turn turn, Walker walker, WordActions actions, Hearing hearing, GlobalWords words, CalendarPage page)
{
    public const string Begin = "cover";
    public const string Uncover = "uncover";

    /// <summary>What she may need within the help that was called under the calendar. Any other word could show what is held.</summary>
    private static readonly FrozenSet<string> WithinHelp = FrozenSet.Create(
        StringComparer.Ordinal,
        GlobalWords.Danger, GlobalWords.Help, GlobalWords.Person, GlobalWords.Language, GlobalWords.Stop, GlobalWords.Start, GlobalWords.Erase,
        GlobalWords.EraseCode, GlobalWords.Exit, GlobalWords.Calendar, GlobalWords.Back, GlobalWords.Repeat, GlobalWords.Listen, GlobalWords.Done);

    /// <summary>Nothing is open but the calendar.</summary>
    public bool Holds => turn.Cover.IsOn && !turn.IsAnythingOpen() && turn.Book.Flows.ContainsKey(CalendarPage.Flow);

    public static bool IsHeard(string word) => WithinHelp.Contains(word);

    /// <summary>The help that was called was left: whoever writes now may be somebody else.</summary>
    public bool WasLeft(TimeSpan quiet) => turn.Cover.IsOn && turn.IsAnythingOpen() && IdleRule.IsLong(quiet);

    /// <summary>A word for danger, or a sentence that cries for help.</summary>
    public bool IsCry(string? word, Message message) => word == GlobalWords.Danger || turn.Book.Words.DangerInside(message.Text.Trim());

    public void Hear(Message message)
    {
        turn.ForgetsSaid = true;
        turn.Kept.Clear();
        var text = message.Text.Trim();
        if (IsWayBack(text))
        {
            Lift();
            return;
        }
        var word = words.Read(message, null, null);
        if (IsCry(word, message))
        {
            Help(turn.Main, word, message);
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

    /// <summary>Leads to help; a sentence is kept with what is told there.</summary>
    public void Help(RunDraft run, string? word, Message message)
    {
        if (word is null)
        {
            hearing.Keep(run, message);
        }
        turn.Note(new GlobalWord(GlobalWords.Danger));
        actions.Do(run, GlobalWords.Danger, message);
    }

    /// <summary>Closes what is open as the word that covers the thread does.</summary>
    public void FallBack(Message message)
    {
        turn.Note(new GlobalWord(GlobalWords.Calendar));
        actions.Do(turn.Main, GlobalWords.Calendar, message);
    }

    /// <summary>The host has let go of the cover.</summary>
    public static void Come(Turn turn, RunDraft run)
    {
        turn.Close(run.Key);
        turn.Speaker.SayShared(turn.Context.IsResponder ? SharedPrompts.OverResponder : SharedPrompts.Over);
    }

    /// <summary>Not the word once more: it stands in the thread for whoever scrolls up.</summary>
    private bool IsWayBack(string text) => turn.Cover.Word is not null
        ? turn.Cover.IsWordTwice(text)
        : Cover.IsTwice(text, once => turn.Book.Words.Recognise(once, turn.Speaks)?.Concept == GlobalWords.Calendar);

    private void Lift()
    {
        turn.Note(new GlobalWord(GlobalWords.Calendar));
        turn.Cover = turn.Cover with { IsOn = false };
        walker.Await(turn.Main, new EffectCall(Uncover, "", new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal)), GlobalWords.Calendar);
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
