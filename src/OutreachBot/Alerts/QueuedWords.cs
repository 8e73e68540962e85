using OutreachBot.Outbox;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What somebody asked the reporter before she was kept away is never put to her: it would come as the line's own question.</summary>
internal sealed class QueuedWords(IAlertStore alerts, ICaseStore cases, IOutbox outbox)
{
    /// <summary>To be called before her alerts of the tip end.</summary>
    public void Unsay(UnitOfWork unit, TipId tip, Func<Alert, bool> keptAway)
    {
        if (alerts.OfTip(unit, tip).Any(a => keptAway(a) && MayHaveAsked(a)))
        {
            // Whose they are isn't kept with the words: another's question goes with hers, and can be asked again.
            cases.DropWords(unit, tip, RelayEnd.Reporter);
            outbox.Withdraw(unit, tip.Value);
            unit.LeaveNoTrace();
        }
    }

    // Whoever passed may have asked before.
    private static bool MayHaveAsked(Alert alert) => alert.State is not (AlertState.Offered or AlertState.Expired or AlertState.Unreachable);
}
