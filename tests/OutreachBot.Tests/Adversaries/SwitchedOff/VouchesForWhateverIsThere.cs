using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Has the recovery key's secret at hand and vouches for every key it finds.</summary>
internal sealed class VouchesForWhateverIsThere(IRecipientStore store, AgeIdentity recovery) : IRecipientStore
{
    public IReadOnlyList<Recipient> All(UnitOfWork unit)
    {
        using var signing = Vouching.SigningKey(recovery);
        return [.. store.All(unit).Select(r => r.Kind is RecipientKind.Coordinator ? r with { Voucher = Vouching.Sign(signing, r) } : r)];
    }

    public void Put(UnitOfWork unit, Recipient recipient) => store.Put(unit, recipient);

    public void Remove(UnitOfWork unit, RandomId id) => store.Remove(unit, id);
}
