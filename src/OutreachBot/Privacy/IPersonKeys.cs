using OutreachBot.Addresses;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Turns an address into the keys its owner may be found under.</summary>
public interface IPersonKeys
{
    /// <summary>The key under the current epoch, and under the previous one while that lives.</summary>
    PersonKeys Of(UnitOfWork unit, Address address);

    /// <summary>A keyed hash of an id that a provider gave, for the dedupe: no content, another key than persons have.</summary>
    byte[] HashProviderId(UnitOfWork unit, string providerId);
}

/// <param name="Previous">Where a person last seen in the epoch before may still be found; her row is moved to <paramref name="Current"/>.</param>
public sealed record PersonKeys(PersonKey Current, PersonKey? Previous);

/// <summary>Locks replies kept for duplicates, under a key of the day that is destroyed after 48 hours.</summary>
public interface IDayKeys
{
    /// <returns>The box and the day (days since 1970-01-01 UTC) whose key it is under.</returns>
    (byte[] Box, int Day) Lock(UnitOfWork unit, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain);

    /// <returns>Null when the day's key is gone.</returns>
    byte[]? Unlock(UnitOfWork unit, int day, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box);
}
