using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>A conversation as it lies in the store.</summary>
/// <param name="Version">Counts the turns; from 1.</param>
public sealed record StoredSession(byte[] Box, long Version);

/// <summary>Where conversations are kept.</summary>
public interface IPersonStore
{
    StoredSession? Find(UnitOfWork unit, PersonKey person);

    /// <summary>Keeps it one version further.</summary>
    /// <param name="before">The version it was read at; 0: there was none.</param>
    /// <exception cref="ConcurrencyException">Another turn of the same person got in between.</exception>
    void Save(UnitOfWork unit, PersonKey person, byte[] box, long before, DateTimeOffset seen);

    void Remove(UnitOfWork unit, PersonKey person);

    /// <summary>Those not seen since an hour, among a part of all.</summary>
    /// <param name="slice">0 to 255: those whose key begins with this byte.</param>
    IReadOnlyList<PersonKey> Unseen(UnitOfWork unit, DateTimeOffset since, byte slice);

    /// <summary>All keys of a slice.</summary>
    IReadOnlyList<PersonKey> Keys(UnitOfWork unit, byte slice);
}

/// <summary>Work that was done on something which changed meanwhile; it was undone, and may be done again.</summary>
public sealed class ConcurrencyException() : Exception("Another turn of the same person got in between.");
