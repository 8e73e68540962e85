using OutreachBot.Demo;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>The passphrase that a demo has printed opens nothing any more once the demo is left.</summary>
internal sealed class DemoKey(Recipients recipients) : IDemoResident
{
    public void MoveIn(UnitOfWork unit)
    {
        // The passphrase takes its time to make, and is given when the doors are open.
    }

    public void MoveOut(UnitOfWork unit)
    {
        if (recipients.Get(unit).Provisional is { Wrapped: not null } provisional)
        {
            recipients.Put(unit, provisional with { Wrapped = null });
            unit.LeaveNoTrace();
        }
    }
}
