using OutreachBot.Agenda;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Puts right what no step leaves behind: a case without its holder, an offer without its time.</summary>
internal sealed class TipMending(
    IAlertStore alerts, ITipStore tips, IResponders responders, IAgenda agenda, AlertProgress progress, CaseWatch watch, TipTimers timers,
    Dispatch dispatch, HandOvers handOvers)
{
    public void Mend(UnitOfWork unit, Tip tip)
    {
        var made = alerts.OfTip(unit, tip.Id);
        if (tip.Assigned is { } holder)
        {
            MendHeld(unit, tip, made.FirstOrDefault(a => a.IsHeld && a.Responder == holder));
            return;
        }
        foreach (var lost in made.Where(a => IsAsked(a) && !HasTime(unit, a)))
        {
            progress.Due(unit, lost, timers.NextStep(unit, tip, lost.Tier, responders.Find(unit, lost.Responder)));
        }
        if (made.Any(IsAsked))
        {
            timers.KeepLimit(unit, tip);
        }
        else
        {
            TryUnlessPutOff(unit, tip);
        }
    }

    /// <summary>Tries a tip that nobody has before her, unless it is put off on purpose and still in time.</summary>
    public void TryIfUnassigned(UnitOfWork unit, Tip tip)
    {
        if (!alerts.OfTip(unit, tip.Id).Any(IsAsked))
        {
            TryUnlessPutOff(unit, tip);
        }
    }

    private void TryUnlessPutOff(UnitOfWork unit, Tip tip)
    {
        if (!tips.DiscretionOf(unit, tip.Id).OneTooMany || !agenda.IsPlanned(unit, Unassigned.AgendaKind, tip.Id.ToString()))
        {
            timers.TryAt(unit, tip, unit.Now);
        }
    }

    private void MendHeld(UnitOfWork unit, Tip tip, Alert? held)
    {
        if (held is not null && responders.Find(unit, held.Responder) is { Suspended: false, OptedOut: false })
        {
            if (!HasTime(unit, held))
            {
                watch.Begin(unit, held, tip);
            }
            return;
        }
        if (held is not null)
        {
            progress.Apply(unit, held, AlertEvent.Pass);
        }
        var free = tip with { Assigned = null, State = TipState.Alerted };
        tips.Save(unit, free);
        handOvers.IssueAnew(unit, free);
        dispatch.Offer(unit, free);
    }

    // A backup has no step of her own: she goes with whoever was asked first.
    private static bool IsAsked(Alert alert) => alert is { State: AlertState.Offered, Part: not AlertPart.Backup };

    private bool HasTime(UnitOfWork unit, Alert alert) => agenda.IsPlanned(unit, Escalation.AgendaKind, alert.Id.ToString());
}
