using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Remembers which tips are gone, so that a backup that is taken back doesn't bring them back.</summary>
public interface IErasureLedger
{
    /// <summary>Its words are destroyed: in a store that still has it, it is to be removed.</summary>
    void Record(UnitOfWork unit, TipId id);

    IReadOnlyList<TipId> All(UnitOfWork unit);

    /// <summary>Forgets what was recorded before a moment: what a backup of then holds is over by itself.</summary>
    void Forget(UnitOfWork unit, DateTimeOffset before);
}
