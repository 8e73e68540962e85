using OutreachBot.Agenda;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Looks again at a tip that nobody has before her: people may have come, or come back on duty.</summary>
internal sealed class Unassigned(ITipStore tips, Dispatch dispatch, TipTimers timers) : IAgendaHandler
{
    public const string AgendaKind = "tip_unassigned";

    public string Kind => AgendaKind;

    public static TimeSpan Again(Urgency urgency) => urgency == Urgency.Urgent ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(1);

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!TipId.TryParse(subject, out var id) || tips.Find(unit, id) is not { } tip)
        {
            return;
        }
        if (timers.PutOffTo(unit, tip, byDay: true) is { } morning)
        {
            timers.TryAt(unit, tip, morning);
        }
        else
        {
            // Whoever passed may be asked once more: no state leaves a tip unassigned for good.
            dispatch.Offer(unit, tip, askAgain: true);
        }
    }
}
