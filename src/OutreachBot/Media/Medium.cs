using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Where a medium is on its way.</summary>
internal enum MediumState
{
    /// <summary>Its bytes are at the provider.</summary>
    ToFetch,

    /// <summary>Here, locked, with the conversation that it came in.</summary>
    Kept,

    /// <summary>A tip's; to be sealed.</summary>
    ToSeal,
    Sealed,

    /// <summary>Waits for an end of a case. Its key lies with the words for that end, under the case's key.</summary>
    Passing,

    /// <summary>It couldn't be had, or is of a kind that isn't taken.</summary>
    Lost,

    /// <summary>Nobody wants it any more; the provider's copy is still to be deleted.</summary>
    Dropped,
}

/// <summary>A voice message or a picture.</summary>
/// <param name="Message">What came together has it in common.</param>
/// <param name="Tip">Null: it lies with a conversation.</param>
/// <param name="Recipient">The end of the case it goes to; null: it is no message of a case.</param>
/// <param name="Box">Its <see cref="MediumFacts"/>, locked.</param>
/// <param name="Due">When there is something to be done; null: nothing is.</param>
internal sealed record Medium(
    RandomId Id, RandomId Message, MediumState State, TipId? Tip, RelayEnd? Recipient, byte[] Box, DateTimeOffset? Due, int Attempts);

/// <summary>In which form bytes lie.</summary>
internal enum PartForm
{
    /// <summary>Under the medium's own key.</summary>
    Locked,

    /// <summary>A piece of an age file.</summary>
    Sealed,
}

/// <summary>Keeps media and their bytes.</summary>
internal interface IMediumStore
{
    Medium? Find(UnitOfWork unit, RandomId id);

    IReadOnlyList<Medium> OfTip(UnitOfWork unit, TipId tip);

    /// <summary>Adds it, or replaces the one with its id.</summary>
    void Put(UnitOfWork unit, Medium medium);

    /// <summary>The row and all its parts.</summary>
    void Remove(UnitOfWork unit, RandomId id);

    /// <summary>Nobody wants it any more: it goes with all its parts, or as soon as the provider's copy has gone.</summary>
    void Drop(UnitOfWork unit, Medium medium);

    /// <summary>The longest due; null: nothing is.</summary>
    Medium? NextDue(UnitOfWork unit);

    DateTimeOffset? NextTime(UnitOfWork unit);

    /// <summary>Whether anything that came with a message is still to be fetched.</summary>
    bool AnyToFetch(UnitOfWork unit, RandomId message);

    /// <summary>Nothing is kept where the medium is gone.</summary>
    void AddPart(UnitOfWork unit, RandomId id, PartForm form, int number, ReadOnlySpan<byte> bytes);

    /// <returns>Null after the last.</returns>
    byte[]? Part(UnitOfWork unit, RandomId id, PartForm form, int number);

    void DropParts(UnitOfWork unit, RandomId id, PartForm form);

    /// <summary>Bytes of what lies under its own key, before it was locked.</summary>
    long LengthOf(UnitOfWork unit, RandomId id);

    /// <summary>The whole age file.</summary>
    byte[] SealOf(UnitOfWork unit, RandomId id);

    /// <summary>The sealed one that follows an id, by their bytes.</summary>
    Medium? NextSealed(UnitOfWork unit, byte[]? after);
}
