using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Half a day has passed and nobody has taken a tip: a coordinator gets it, whatever the calendar says of the others' duty.</summary>
internal sealed class UnseenTips(ITipStore tips, Dispatch dispatch, TipTimers timers) : IAgendaHandler
{
    public const string AgendaKind = "tip_unseen";

    public string Kind => AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!TipId.TryParse(subject, out var id) || tips.Find(unit, id) is not { IsOver: false, Assigned: null } tip)
        {
            return;
        }
        if (timers.PutOffTo(unit, tip, byDay: true) is { } morning)
        {
            timers.LimitAt(unit, tip, morning);
        }
        else if (!dispatch.EnsureCoordinator(unit, tip))
        {
            // There is none now; there may be one tomorrow.
            timers.Limit(unit, tip, coordinatorHasIt: false);
        }
    }
}
