using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Ends what is kept of a tip.</summary>
internal sealed class TipRemoval(
    ITipStore tips, IHandOverStore copies, ICaseStore cases, ITipMedia media, IErasureLedger ledger, IAlerting alerting, IAgenda agenda)
{
    /// <summary>The tip goes; a row without place or kind stays, so that whoever had it is told, and figures add up.</summary>
    public void Withdraw(UnitOfWork unit, Tip tip)
    {
        if (tip.State == TipState.Withdrawn)
        {
            return;
        }
        // A closed case has nobody on it any more.
        if (!tip.IsOver)
        {
            alerting.Withdraw(unit, tip);
        }
        DestroyWords(unit, tip.Id);
        tips.DropCode(unit, tip.Id);
        tips.Save(unit, tip.Id, Discretion.NotAskedYet);
        tips.Save(unit, tip with
        {
            State = TipState.Withdrawn,
            Outcome = CaseOutcome.Withdrawn,
            Municipality = null,
            Department = null,
            Kind = TipKinds.Unknown,
            Assigned = null,
        });
        TipRetention.PlanEnd(agenda, unit, tip.Id);
        unit.LeaveNoTrace();
    }

    /// <summary>Nothing is left of it.</summary>
    public void Remove(UnitOfWork unit, TipId id)
    {
        DestroyWords(unit, id);
        alerting.Remove(unit, id);
        tips.Remove(unit, id);
        agenda.Cancel(unit, TipRetention.AgendaKind, id.ToString());
        unit.LeaveNoTrace();
    }

    private void DestroyWords(UnitOfWork unit, TipId id)
    {
        tips.DropSeals(unit, id);
        copies.Destroy(unit, id);
        cases.Destroy(unit, id);
        media.Destroy(unit, id);
        ledger.Record(unit, id);
        ledger.Forget(unit, unit.Now - TipRetention.Longest);
    }
}
