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
}

/// <summary>The receipt: ten digits, the last a Damm check digit.</summary>
public interface IReceiptCodes
{
    /// <summary>A fresh code and the keyed slow hash it is kept as. Cheap: hashes are made ahead of need.</summary>
    (string Code, byte[] Hash) Draw();

    /// <summary>The digits in what somebody wrote (grouped, spaced), or null when they are not ten with a right check digit.</summary>
    string? Read(string text);

    /// <summary>The keyed slow hash; the same work for every code, known or not.</summary>
    byte[] HashOf(string code);
}
