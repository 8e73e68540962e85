using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>A message as it waits: what decides when it goes, and a locked box with the rest.</summary>
/// <param name="Attempts">Tries that ended without the provider having it.</param>
/// <param name="Begun">When the first try began whose end nobody knows; null when the provider surely hasn't it.</param>
public sealed record WaitingMessage(
    RandomId Id, byte[] Box, OutboundPurpose Purpose, RandomId? Subject, DateTimeOffset Due, int Attempts, DateTimeOffset? Begun);

/// <summary>Whose fate a message's receipt tells.</summary>
public sealed record ReceiptOf(OutboundPurpose Purpose, RandomId Subject);

/// <summary>Where messages wait.</summary>
public interface IOutboxStore
{
    void Put(UnitOfWork unit, WaitingMessage message);

    /// <summary>All that wait, claimed ones too.</summary>
    IReadOnlyList<WaitingMessage> All(UnitOfWork unit);

    /// <summary>Takes it back, whoever works on it.</summary>
    void Drop(UnitOfWork unit, RandomId id);

    /// <summary>Removes those about a subject, claimed ones too.</summary>
    /// <returns>How many the provider surely never had, and how many it has or may have.</returns>
    (int Unsent, int UnderWay) RemoveAbout(UnitOfWork unit, RandomId subject);

    /// <summary>Those that are due and that nobody works on, the longest due first.</summary>
    IReadOnlyList<WaitingMessage> Due(UnitOfWork unit, int most);

    /// <summary>When the next one becomes due, or a claim runs out; null: nothing else waits.</summary>
    DateTimeOffset? NextDue(UnitOfWork unit);

    /// <summary>From now until then, only the holder of the claim may end it.</summary>
    /// <returns>False when somebody else was faster, or it is gone.</returns>
    bool Claim(UnitOfWork unit, RandomId id, RandomId claim, DateTimeOffset until);

    /// <summary>It is done with.</summary>
    /// <returns>False when the claim isn't held any more: another has taken it over, or it was withdrawn.</returns>
    bool Remove(UnitOfWork unit, RandomId id, RandomId claim);

    /// <summary>It waits again.</summary>
    /// <inheritdoc cref="Remove" path="/returns"/>
    /// <param name="begun">Null: the provider surely hasn't it.</param>
    bool PutBack(UnitOfWork unit, RandomId id, RandomId claim, DateTimeOffset due, DateTimeOffset? begun);

    void PutReceipt(UnitOfWork unit, byte[] providerId, ReceiptOf receipt);

    /// <summary>Finds and removes.</summary>
    ReceiptOf? TakeReceipt(UnitOfWork unit, byte[] providerId);

    /// <summary>Receipts that can't come any more.</summary>
    void RemoveReceiptsBefore(UnitOfWork unit, DateTimeOffset day);
}
