using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Keeps the keys that tips are sealed to.</summary>
public interface IRecipientStore
{
    /// <returns>Oldest first.</returns>
    IReadOnlyList<Recipient> All(UnitOfWork unit);

    /// <summary>Adds it, or replaces the one with its id.</summary>
    void Put(UnitOfWork unit, Recipient recipient);

    void Remove(UnitOfWork unit, RandomId id);
}
