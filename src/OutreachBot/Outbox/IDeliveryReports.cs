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
    /// <summary>The provider says that it has it no more.</summary>
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

/// <summary>A record that a provider holds, by its own id.</summary>
public sealed record CopyName(string Kind, string ProviderId)
{
    public override string ToString() => "[copy]";
}

/// <param name="Copies">What stands there and should not.</param>
/// <param name="IsWhole">Whether all was seen; false: look again once these are gone.</param>
public sealed record CopiesFound(IReadOnlyList<CopyName> Copies, bool IsWhole);

/// <summary>Looks for copies that nobody here may know of, the news of which was lost. Implemented by the channel that makes them.</summary>
public interface ICopyFinder
{
    /// <summary>Whether there is a provider to be asked.</summary>
    bool HasProvider { get; }

    /// <summary>What the provider still holds of our own numbers, sent in this time. What somebody here may still need is left out.</summary>
    /// <param name="since">By the provider's clock, as all times here.</param>
    /// <returns>Null when it can't be told now.</returns>
    Task<CopiesFound?> FindAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);
}
