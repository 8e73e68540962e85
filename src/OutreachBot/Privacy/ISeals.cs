using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Seals what only people may read: age v1 files to the coordinators' keys and the recovery key.</summary>
public interface ISeals
{
    /// <summary>Seals to every recipient that isn't kept away.</summary>
    /// <param name="keptAway">Responders who must not be able to open it; a coordinator among them is no recipient.</param>
    /// <returns>A whole age file (age-encryption.org/v1, X25519), openable by stock <c>age</c>.</returns>
    byte[] Seal(UnitOfWork unit, ReadOnlySpan<byte> plain, IReadOnlySet<ResponderId> keptAway);

    /// <summary>Whom <see cref="Seal"/> would seal to: for what is sealed as a stream, outside of a unit of work (<see cref="AgeFile.SealAsync"/>).</summary>
    /// <remarks>The unit of work that records the stream asks again, and has it sealed anew if the answer has changed: a key may
    /// have been destroyed meanwhile.</remarks>
    IReadOnlyList<AgeRecipient> RecipientsFor(UnitOfWork unit, IReadOnlySet<ResponderId> keptAway);
}

/// <summary>A place where seals lie: they must be sealed anew when their recipients change.</summary>
public interface ISealHolder
{
    /// <summary>The next seals in the holder's own order.</summary>
    /// <param name="after">The key of the last one seen; null: from the beginning.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>Empty at the end.</returns>
    IReadOnlyList<HeldSeal> Next(UnitOfWork unit, byte[]? after, int most);

    /// <summary>Puts another file in its place.</summary>
    void Replace(UnitOfWork unit, HeldSeal seal, byte[] file);
}

/// <param name="Key">Names it to its holder.</param>
/// <param name="File">The age file.</param>
/// <param name="KeptAway">Who must not be able to open it.</param>
public sealed record HeldSeal(byte[] Key, byte[] File, IReadOnlySet<ResponderId> KeptAway)
{
    /// <summary>When what it holds was told; null: not known. A key that was given to somebody later is no recipient.</summary>
    public DateTimeOffset? Told { get; init; }

    /// <summary>Who is a recipient all the same, by a referral.</summary>
    public IReadOnlySet<ResponderId> ReferredTo { get; init; } = new HashSet<ResponderId>();
}
