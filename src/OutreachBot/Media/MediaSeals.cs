using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>The seals of media, for when their recipients change. They are large: one at a time.</summary>
internal sealed class MediaSeals(IMediumStore store, ITipStore tips, KeptFrom keptFrom) : ISealHolder
{
    public IReadOnlyList<HeldSeal> Next(UnitOfWork unit, byte[]? after, int most) =>
        store.NextSealed(unit, after) is { } medium
            ? [new HeldSeal(medium.Id.ToBytes(), store.SealOf(unit, medium.Id), keptFrom.Of(unit, medium.Tip!.Value))
            {
                Told = tips.Find(unit, medium.Tip.Value)?.Hour,
                ReferredTo = tips.DiscretionOf(unit, medium.Tip.Value).ReferredTo,
            }]
            : [];

    public void Replace(UnitOfWork unit, HeldSeal seal, byte[] file) => Replace(unit, store, RandomId.FromBytes(seal.Key), file);

    public static void Replace(UnitOfWork unit, IMediumStore store, RandomId id, byte[] file)
    {
        store.DropParts(unit, id, PartForm.Sealed);
        for (var (at, number) = (0, 0); at < file.Length; at += PartLock.PartSize, number++)
        {
            store.AddPart(unit, id, PartForm.Sealed, number, file.AsSpan(at, Math.Min(PartLock.PartSize, file.Length - at)));
        }
    }
}
