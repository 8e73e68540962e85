using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>The seals of tips, for whoever changes the keys they are sealed to.</summary>
internal sealed class TipSeals(ITipStore tips) : ISealHolder
{
    public IReadOnlyList<HeldSeal> Next(UnitOfWork unit, byte[]? after, int most) =>
    [
        .. tips.NextSeals(unit, after is null ? null : SealKey.FromBytes(after), most)
            .Select(s => new HeldSeal(s.Key.ToBytes(), s.Age, tips.DiscretionOf(unit, s.Key.Tip).KeepAway)),
    ];

    public void Replace(UnitOfWork unit, HeldSeal seal, byte[] file) => tips.ReplaceSeal(unit, SealKey.FromBytes(seal.Key), file);
}
