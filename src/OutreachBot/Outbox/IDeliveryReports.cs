using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>The provider's news of a message that it was handed.</summary>
public interface IDeliveryReports
{
    /// <summary>Tells whoever waits for it. News of a message that is not known is passed over.</summary>
    /// <param name="delivered">False: it will never arrive.</param>
    void Heard(UnitOfWork unit, string providerId, bool delivered);
}

/// <summary>Copies of messages that the provider keeps, to be deleted there: they hold the number and the words.</summary>
public interface IProviderCopies
{
    /// <summary>Plans the deletion, from the commit on, and again for as long as the provider says "not yet".</summary>
    /// <param name="kind">What the channel needs to know to delete it: <c>message</c>, <c>media</c>.</param>
    /// <param name="providerId">Private: with the provider's own records it leads to a number. Locked at rest.</param>
    void PlanDeletion(UnitOfWork unit, string kind, string providerId, DateTimeOffset notBefore);
}

/// <summary>How deleting a copy went.</summary>
public enum CopyDeletion
{
    Deleted,

    /// <summary>Not now: the message is still on its way, or the provider can't be reached.</summary>
    TryLater,

    /// <summary>It can't be deleted by us; a person must see to it.</summary>
    Refused,
}

/// <summary>Deletes copies at a provider. Implemented by the channel that made them.</summary>
public interface ICopyDeleter
{
    Task<CopyDeletion> DeleteAsync(string kind, string providerId, CancellationToken cancellationToken);
}
