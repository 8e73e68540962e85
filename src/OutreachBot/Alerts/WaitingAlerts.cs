using OutreachBot.Alerts.Duplicates;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What waits for a responder: AVISOS shows it, "Mi turno" counts it.</summary>
internal sealed class WaitingAlerts(IAlertStore alerts, ITipStore tips, ILikenessStore likeness)
{
    /// <returns>Her offers and cases, the most urgent first, and what came with very many others last. What she let expire is another's to answer.</returns>
    public IReadOnlyList<(Alert Alert, Tip Tip)> Of(UnitOfWork unit, ResponderId responder) =>
    [
        .. alerts.OpenOf(unit, responder)
            .Where(a => a.State != AlertState.Expired)
            .Select(a => (Alert: a, Tip: tips.Find(unit, a.Tip)))
            .Where(a => a.Tip is { IsOver: false })
            .Select(a => (a.Alert, Tip: a.Tip!))
            .OrderByDescending(a => a.Tip.Urgency).ThenBy(a => tips.DiscretionOf(unit, a.Tip.Id).OfSurge).ThenBy(a => a.Alert.SentAt),
    ];

    /// <summary>The same and the suggestions that tips tell of one matter.</summary>
    public int CountOf(UnitOfWork unit, ResponderId responder) => Of(unit, responder).Count + likeness.NoticesOf(unit, responder).Count;
}
