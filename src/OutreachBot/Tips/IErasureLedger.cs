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

/// <summary>Is told of each erasure once it is committed, to remember it where the store's loss doesn't reach.</summary>
public interface IErasureWitness
{
    /// <summary>Returns at once, and throws nothing.</summary>
    void Erased(TipId id);
}
