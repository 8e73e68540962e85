using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>Once a day the chain's head goes outside: lines cut off its end can't be told from lines that never were, but by it.</summary>
internal sealed class DailyHead(AuditChain chain, HeadFile file, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "audit_head";

    private const string Subject = "daily";
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public string Kind => AgendaKind;

    /// <summary>Plans the first where there is a file to write it to; without one nothing stays planned.</summary>
    public void Begin(UnitOfWork unit)
    {
        if (file.Path is null)
        {
            agenda.Cancel(unit, AgendaKind, Subject);
        }
        else if (!agenda.IsPlanned(unit, AgendaKind, Subject))
        {
            agenda.Plan(unit, unit.Now, AgendaKind, Subject);
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        if (file.Path is null)
        {
            return;
        }
        var (head, now) = (chain.Head(unit), unit.Now);
        unit.AfterCommit(() => file.Offer(head, now));
        agenda.Plan(unit, now + Pause, AgendaKind, Subject);
    }
}
