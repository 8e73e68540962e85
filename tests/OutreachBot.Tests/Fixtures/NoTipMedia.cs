using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Tips of words alone.</summary>
internal sealed class NoTipMedia : ITipMedia
{
    public void GiveTo(UnitOfWork unit, TipId tip, IReadOnlyList<SealedMedium> media)
    {
    }

    public bool Pass(UnitOfWork unit, TipId tip, RelayEnd to, IReadOnlyList<SealedMedium> media) => false;

    public IReadOnlyList<TipMedium> Of(UnitOfWork unit, TipId tip) => [];

    public byte[]? SealOf(UnitOfWork unit, TipMedium medium) => null;

    public void Replace(UnitOfWork unit, TipMedium medium, byte[] file)
    {
    }

    public void Destroy(UnitOfWork unit, TipId tip)
    {
    }
}
