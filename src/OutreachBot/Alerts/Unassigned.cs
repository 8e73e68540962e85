using OutreachBot.Agenda;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Looks again at a tip that nobody has before her: people may have come, or come back on duty.</summary>
internal sealed class Unassigned(ITipStore tips, Dispatch dispatch) : IAgendaHandler
{
    public const string AgendaKind = "tip_unassigned";

    /// <summary>Nothing may be unseen for over 12 hours: whoever is told last has one to see it in.</summary>
    public static readonly TimeSpan AtLatest = TimeSpan.FromHours(11);

    public string Kind => AgendaKind;

    public static TimeSpan Again(Urgency urgency) => urgency == Urgency.Urgent ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(1);

    public void Handle(UnitOfWork unit, string subject)
    {
        if (TipId.TryParse(subject, out var id) && tips.Find(unit, id) is { } tip)
        {
            // Whoever passed may be asked once more: no state leaves a tip unassigned for good.
            dispatch.Offer(unit, tip, askAgain: true);
        }
    }
}
