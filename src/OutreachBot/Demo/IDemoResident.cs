using OutreachBot.Transactions;

namespace OutreachBot.Demo;

/// <summary>Something a room keeps for the demo alone. All residents move in, or out, in one unit of work.</summary>
public interface IDemoResident
{
    /// <summary>Once, when a data directory becomes a demo, and after a reset.</summary>
    void MoveIn(UnitOfWork unit);

    /// <summary>Everything of it goes, and all that came of it: samples, what simulated phones told, what waits for them.</summary>
    void MoveOut(UnitOfWork unit);

    /// <summary>Whether there is something that came through a provider and is still open.</summary>
    bool HoldsRealTips(UnitOfWork unit) => false;
}
