using OutreachBot.Addresses;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>The outbox as rooms see it.</summary>
internal sealed class DurableOutbox(IOutboxStore store, OutboundBox box, OutboxBells bells) : IOutbox
{
    public void Post(UnitOfWork unit, OutboundMessage message)
    {
        store.Put(unit, new WaitingMessage(
            message.Id, box.Lock(message), message.Purpose, message.Subject, message.DueAt, Attempts: 0, Begun: null));
        unit.AfterCommit(() => bells.Messages.Ring(message.DueAt));
    }

    public int Withdraw(UnitOfWork unit, RandomId subject)
    {
        var (unsent, underWay) = store.RemoveAbout(unit, subject);
        if (unsent + underWay > 0)
        {
            unit.LeaveNoTrace();
        }
        return unsent;
    }

    // Addresses lie locked: all that waits is opened. Somebody wants to be forgotten seldom, and mostly little waits.
    public void WithdrawTo(UnitOfWork unit, Address to) => WithdrawWhere(unit, to, _ => true);

    public void WithdrawAnswers(UnitOfWork unit, Address to) => WithdrawWhere(unit, to, w => w.Purpose == OutboundPurpose.Answer);

    private void WithdrawWhere(UnitOfWork unit, Address to, Func<WaitingMessage, bool> isMeant)
    {
        foreach (var waiting in store.All(unit).Where(isMeant))
        {
            if (box.Unlock(waiting) is { } content && content.Message.To.Identity == to.Identity)
            {
                store.Drop(unit, waiting.Id);
                unit.LeaveNoTrace();
            }
        }
    }
}
