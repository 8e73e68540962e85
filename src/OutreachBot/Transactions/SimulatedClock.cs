namespace OutreachBot.Transactions;

/// <summary>The time the program reads: the system's, and in demo as far ahead of it as the simulator has moved it.</summary>
/// <remarks>The lead only grows, and is kept in the store, so that time does not run back when the demo is started again.</remarks>
public sealed class SimulatedClock : TimeProvider
{
    /// <summary>The store setting that keeps the lead, in ticks.</summary>
    public const string Setting = "clock_lead";

    private long _leadTicks;

    /// <summary>How far ahead of the system's time this is.</summary>
    public TimeSpan Lead => TimeSpan.FromTicks(Interlocked.Read(ref _leadTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Lead;

    /// <summary>Takes up the lead that the store keeps.</summary>
    public void Restore(UnitOfWork unit, IStoreSettings settings)
    {
        var kept = long.TryParse(settings.Get(unit, Setting), out var ticks) ? ticks : 0;
        unit.AfterCommit(() => Interlocked.Exchange(ref _leadTicks, kept));
    }

    /// <summary>Moves the time ahead, from the commit on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time does not run back.</exception>
    public void Advance(UnitOfWork unit, IStoreSettings settings, TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var lead = (Lead + by).Ticks;
        settings.Set(unit, Setting, lead.ToString());
        unit.AfterCommit(() => Interlocked.Exchange(ref _leadTicks, lead));
    }

    /// <summary>Goes back to the system's time: the demo is left.</summary>
    public void Reset(UnitOfWork unit, IStoreSettings settings)
    {
        settings.Set(unit, Setting, null);
        unit.AfterCommit(() => Interlocked.Exchange(ref _leadTicks, 0));
    }
}
