using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Wakes whoever fetches and seals.</summary>
internal sealed class MediaBell
{
    public WakeBell Bell { get; } = new();

    public void RingAfterCommit(UnitOfWork unit)
    {
        var due = unit.Now;
        unit.AfterCommit(() => Bell.Ring(due));
    }
}
