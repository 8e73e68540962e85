using OutreachBot.Addresses;
using OutreachBot.Demo;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>What still waits for simulated phones: it goes with the demo.</summary>
internal sealed class SimulatedMessages(IOutboxStore store, OutboundBox box) : IDemoResident
{
    public void MoveIn(UnitOfWork unit)
    {
        // Nothing waits for a fresh phone.
    }

    public void MoveOut(UnitOfWork unit)
    {
        foreach (var waiting in store.All(unit))
        {
            if (box.Unlock(waiting) is { Message.To.Channel: Channel.Simulator })
            {
                store.Drop(unit, waiting.Id);
            }
        }
    }
}
