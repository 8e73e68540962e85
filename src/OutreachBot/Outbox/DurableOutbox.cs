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

    public void Withdraw(UnitOfWork unit, RandomId subject) => store.RemoveAbout(unit, subject);
}
