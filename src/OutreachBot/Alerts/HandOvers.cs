using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>The life of hand-over copies: made at submission, read by whoever accepted, gone an hour after they surely were.</summary>
internal sealed class HandOvers(IHandOverStore copies, ITipStore tips, ICaseStore cases, IAgenda agenda) : IAgendaHandler
{
    private const string AgendaKind = "hand_over_end";

    /// <summary>Many routes give no receipt: then so long after it was sent.</summary>
    private static readonly TimeSpan WithoutReceipt = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterReceipt = TimeSpan.FromHours(1);

    public string Kind => AgendaKind;

    /// <summary>What is to be told now; its end is planned. Where it is gone, or not made yet, what the tip itself tells.</summary>
    public HandOverCopy Read(UnitOfWork unit, Tip tip)
    {
        if (!tip.Complete || copies.Find(unit, tip.Id) is not { } copy)
        {
            return Facts(unit, tip);
        }
        if (!agenda.IsPlanned(unit, AgendaKind, tip.Id.ToString()))
        {
            agenda.Plan(unit, unit.Now + WithoutReceipt, AgendaKind, tip.Id.ToString());
        }
        return copy;
    }

    /// <summary>She has it: her phone said so, or she answered to it.</summary>
    public void Received(UnitOfWork unit, TipId tip)
    {
        if (copies.Find(unit, tip) is not null && agenda.IsPlanned(unit, AgendaKind, tip.ToString()))
        {
            agenda.Plan(unit, unit.Now + AfterReceipt, AgendaKind, tip.ToString());
        }
    }

    /// <summary>For the next who will have the case. What was destroyed of the story stays so.</summary>
    public void IssueAnew(UnitOfWork unit, Tip tip)
    {
        agenda.Cancel(unit, AgendaKind, tip.Id.ToString());
        if (tip.Complete && copies.Find(unit, tip.Id) is null)
        {
            copies.Save(unit, tip.Id, Facts(unit, tip));
        }
    }

    public void Destroy(UnitOfWork unit, TipId tip)
    {
        agenda.Cancel(unit, AgendaKind, tip.ToString());
        copies.Destroy(unit, tip);
        unit.LeaveNoTrace();
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        if (TipId.TryParse(subject, out var id))
        {
            Destroy(unit, id);
        }
    }

    // Before "who must not know" was asked, no more than the alert itself said.
    private HandOverCopy Facts(UnitOfWork unit, Tip tip)
    {
        var discretion = tips.DiscretionOf(unit, tip.Id);
        return new HandOverCopy(
            discretion.Asked ? tip.Kind : TipKinds.Unknown,
            tip.Municipality ?? tip.Department,
            tip.Urgency,
            discretion.Asked && discretion.Minor,
            KeptAway: discretion.KeepsSomebodyAway,
            Story: null,
            tip.IsCallBack ? cases.ContactOf(unit, tip.Id)?.Call : null);
    }
}
