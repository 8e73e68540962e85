using System.Security.Cryptography;
using System.Text;
using OutreachBot.Addresses;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>A new key every 30 days; each is destroyed 30 days after its successor came.</summary>
/// <remarks>
/// A plain hash of a telephone number is no secret: a country's numbers are tried out in seconds. After an epoch's key is
/// destroyed nobody can try, not even with the server key.
/// </remarks>
internal sealed class PersonKeysByEpoch(HeldKeySet keys) : IPersonKeys
{
    public static readonly TimeSpan Epoch = TimeSpan.FromDays(30);

    public PersonKeys Of(UnitOfWork unit, Address address)
    {
        var all = keys.Epochs.All(unit);
        if (all.Count == 0 || !IsCurrent(all[0], unit.Now))
        {
            all = Turn(unit, all);
        }
        var identity = Encoding.UTF8.GetBytes(address.Identity);
        var previous = all.Count > 1 && unit.Now < all[1].Made + (2 * Epoch) ? KeyUnder(all[1], identity) : null;
        return new PersonKeys(KeyUnder(all[0], identity), previous);
    }

    public byte[] HashProviderId(UnitOfWork unit, string providerId)
    {
        var key = keys.ProviderIds.All(unit) is [var kept, ..] ? kept : keys.ProviderIds.Draw(unit, number: 1, until: null);
        return HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(providerId));
    }

    // Made in the future: the simulator's clock was ahead when it was drawn, and the demo has been left. It must not stay
    // current until that time comes.
    private static bool IsCurrent(OpenKey key, DateTimeOffset now) => key.Made <= now && now < key.Made + Epoch;

    private IReadOnlyList<OpenKey> Turn(UnitOfWork unit, IReadOnlyList<OpenKey> all)
    {
        foreach (var ahead in all.Where(k => k.Made > unit.Now))
        {
            keys.Epochs.Keep(unit, ahead.MadeAt(unit.Now - Epoch), unit.Now + Epoch);
        }
        var number = all.Count == 0 ? 1 : all.Max(k => k.Number) + 1;
        keys.Epochs.Draw(unit, number, unit.Now + (2 * Epoch));
        return keys.Epochs.All(unit);
    }

    private static PersonKey KeyUnder(OpenKey epoch, byte[] identity) => new(HMACSHA256.HashData(epoch.Bytes, identity));
}
