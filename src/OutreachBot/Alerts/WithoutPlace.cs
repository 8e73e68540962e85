using OutreachBot.Agenda;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Tips of no place, when very many come: they stand in a coordinator's list at once, and within the hour she is told how many.</summary>
/// <remarks>
/// All of a country have one count: who fills it must not delay the honest one among them, so none waits for its turn to be shown.
/// Each coordinator has her own hour and is told of what stands in her own list: of nothing that she is kept away from.
/// </remarks>
internal sealed class WithoutPlace(IAgenda agenda)
{
    public const string AgendaKind = "no_place_wait";

    public static readonly TimeSpan Within = TimeSpan.FromHours(1);

    public void Waits(UnitOfWork unit, ResponderId coordinator)
    {
        if (!agenda.IsPlanned(unit, AgendaKind, coordinator.ToString()))
        {
            agenda.Plan(unit, unit.Now + Within, AgendaKind, coordinator.ToString());
        }
    }
}

/// <summary>Tells her how many.</summary>
internal sealed class WithoutPlaceNotice(WaitingAlerts waiting, ITipStore tips, IResponders responders, AlertMessages messages) : IAgendaHandler
{
    public string Kind => WithoutPlace.AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!ResponderId.TryParse(subject, out var id) || responders.Find(unit, id) is not { } coordinator)
        {
            return;
        }
        var count = waiting.Of(unit, coordinator.Id).Count(a =>
            a.Alert is { State: AlertState.Offered, Messages: 0 } && a.Tip is { IsOfNoPlace: true, Urgency: not Urgency.Urgent }
            && tips.DiscretionOf(unit, a.Tip.Id).OfSurge);
        if (count > 0)
        {
            messages.WithoutPlace(unit, coordinator, count);
        }
    }
}
