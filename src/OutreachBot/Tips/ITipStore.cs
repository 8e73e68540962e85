using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Names a seal: its tip, and a random id.</summary>
public readonly record struct SealKey(TipId Tip, RandomId Seal)
{
    /// <summary>32 bytes.</summary>
    public byte[] ToBytes() => [.. Tip.Value.ToBytes(), .. Seal.ToBytes()];

    /// <param name="bytes">32, as <see cref="ToBytes"/> gave them.</param>
    public static SealKey FromBytes(ReadOnlySpan<byte> bytes) =>
        new(new TipId(RandomId.FromBytes(bytes[..16])), RandomId.FromBytes(bytes[16..]));
}

/// <param name="Age">A whole age file.</param>
public sealed record StoredSeal(SealKey Key, byte[] Age);

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

    /// <summary>All seals there are, in the order of their keys.</summary>
    /// <param name="after">Null: from the beginning.</param>
    IReadOnlyList<StoredSeal> NextSeals(UnitOfWork unit, SealKey? after, int most);

    void ReplaceSeal(UnitOfWork unit, SealKey key, byte[] age);

    void DropSeals(UnitOfWork unit, TipId id);

    /// <param name="hash">Of the receipt code; one a tip, a new one takes the place of the old.</param>
    void KeepCode(UnitOfWork unit, TipId id, byte[] hash);

    TipId? FindByCode(UnitOfWork unit, byte[] hash);

    void DropCode(UnitOfWork unit, TipId id);

    /// <summary>Deletes the row and all seals.</summary>
    void Remove(UnitOfWork unit, TipId id);
}
