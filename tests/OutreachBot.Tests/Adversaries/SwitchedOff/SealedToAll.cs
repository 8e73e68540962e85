using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Seals to every coordinator, whoever must not know.</summary>
internal sealed class SealedToAll(ISeals seals) : ISeals
{
    private static readonly HashSet<ResponderId> Nobody = [];

    public byte[] Seal(UnitOfWork unit, ReadOnlySpan<byte> plain, IReadOnlySet<ResponderId> keptAway) => seals.Seal(unit, plain, Nobody);

    public IReadOnlyList<AgeRecipient> RecipientsFor(UnitOfWork unit, IReadOnlySet<ResponderId> keptAway) => seals.RecipientsFor(unit, Nobody);
}
