using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Keeps tips: routing facts in the clear, discretion locked, what was told only as seals.</summary>
public interface ITipStore
{
    Tip? Find(UnitOfWork unit, TipId id);

    /// <summary>All of them, in no telling order.</summary>
    IReadOnlyList<Tip> All(UnitOfWork unit);

    void Save(UnitOfWork unit, Tip tip);

    Discretion DiscretionOf(UnitOfWork unit, TipId id);

    void Save(UnitOfWork unit, TipId id, Discretion discretion);

    /// <param name="age">A whole age file.</param>
    void AddSeal(UnitOfWork unit, TipId id, byte[] age);

    IReadOnlyList<byte[]> SealsOf(UnitOfWork unit, TipId id);

    void DropSeals(UnitOfWork unit, TipId id);

    /// <param name="hash">Of the receipt code; one a tip, a new one takes the place of the old.</param>
    void KeepCode(UnitOfWork unit, TipId id, byte[] hash);

    TipId? FindByCode(UnitOfWork unit, byte[] hash);

    void DropCode(UnitOfWork unit, TipId id);

    /// <summary>Deletes the row and all seals.</summary>
    void Remove(UnitOfWork unit, TipId id);
}
