using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Keys that the server draws itself.</summary>
public enum HeldKeyKind
{
    /// <summary>Persons' keys are made under it; lives 60 days.</summary>
    Epoch,

    /// <summary>Replies kept for duplicates are locked under it; lives two days.</summary>
    Day,

    /// <summary>Providers' ids are hashed under it; stays.</summary>
    ProviderId,
}

/// <param name="Number">Counts epochs; for a day, days since 1970-01-01 UTC.</param>
/// <param name="Box">The key, locked by the vault.</param>
public sealed record HeldKey(HeldKeyKind Kind, long Number, DateTimeOffset Made, byte[] Box);

/// <summary>Keeps them. What is destroyed leaves no trace in the store's files.</summary>
public interface IKeyStore
{
    /// <returns>Those of a kind, newest first.</returns>
    IReadOnlyList<HeldKey> Read(UnitOfWork unit, HeldKeyKind kind);

    /// <summary>Adds one, or replaces the one with the same kind and number.</summary>
    void Put(UnitOfWork unit, HeldKey key);

    void Destroy(UnitOfWork unit, HeldKeyKind kind, long number);
}
