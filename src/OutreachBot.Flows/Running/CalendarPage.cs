using System.Globalization;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Shows a page of the farming calendar, the same whoever writes: in Spanish, unmarked, and without a word before it.</summary>
internal sealed class CalendarPage(Turn turn, Steering steering)
{
    public const string Flow = "calendar";

    private const string Month = "month";

    /// <summary>The page of the month.</summary>
    public void Show() => Show(LocalDay.Of(turn.Context).Month);

    /// <summary>The page of the month that a message asks for, else which there are.</summary>
    public void Answer(string text) => Show(turn.Book.Words.Number(text, turn.Speaks) ?? DateReader.Month(text) ?? 0);

    private void Show(int month)
    {
        turn.ForgetsSaid = true;
        // That it isn't in her language, or not reviewed yet, would be about her.
        turn.Spent = turn.Spent with { NoticeGiven = true, MarkGiven = true };
        steering.BeginWith(
            turn.Main, Flow, Month,
            new RememberedAnswer(ValueKind.Number, Privacy.Open, month.ToString(CultureInfo.InvariantCulture), null, []));
    }
}
