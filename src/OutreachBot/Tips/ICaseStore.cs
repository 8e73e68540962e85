using OutreachBot.Addresses;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>The two ends of a case.</summary>
public enum RelayEnd
{
    Reporter,
    Responder,
}

/// <summary>Where a reporter agreed to be asked back.</summary>
/// <param name="Hours">When it is better to write to her: <c>morning</c>, <c>afternoon</c>, <c>evening</c>; null: at any hour.</param>
public sealed record Contact(Address Address, string? Hours)
{
    /// <summary>Of somebody who asked to be called or written to: it outlives the hand-over copy, for whoever has the case has to reach her.</summary>
    public CallWish? Call { get; init; }

    /// <summary>When she was last told that a question waits; null: never.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Her thread is covered: what waits for her isn't announced.</summary>
    public bool Quiet { get; init; }

    /// <summary>Her thread is covered: somebody else may have the phone, and nobody is to ring it.</summary>
    public bool NoCall { get; init; }

    public override string ToString() => "[contact]";
}

/// <summary>Keeps what passes between the ends of a case, and the number to ask back at, under a key of the case's own.</summary>
/// <remarks>With the key everything of the case becomes unreadable at once, also in copies made of the store before.</remarks>
public interface ICaseStore
{
    void KeepContact(UnitOfWork unit, TipId tip, Contact contact);

    Contact? ContactOf(UnitOfWork unit, TipId tip);

    /// <summary>The tips for which somebody's number is kept, on whatever channel.</summary>
    /// <remarks>Opens every number there is: for the rare occasions on which somebody wants hers gone.</remarks>
    IReadOnlyList<TipId> WithContact(UnitOfWork unit, Address address);

    /// <summary>The number goes, and what still waits to be sent to it.</summary>
    void DropContact(UnitOfWork unit, TipId tip);

    /// <summary>Leaves words for an end.</summary>
    void Leave(UnitOfWork unit, TipId tip, RelayEnd to, string words);

    /// <summary>The oldest words that wait for an end; they are deleted with it.</summary>
    string? Take(UnitOfWork unit, TipId tip, RelayEnd to);

    /// <summary>Puts words aside: they wait for the end to come over a road that carries them.</summary>
    void PutAside(UnitOfWork unit, TipId tip, RelayEnd to, string words);

    string? TakeAside(UnitOfWork unit, TipId tip, RelayEnd to);

    bool WaitsAside(UnitOfWork unit, TipId tip, RelayEnd to);

    /// <summary>Deletes all words that wait for an end, set aside or not, and the media on their way to it.</summary>
    void DropWords(UnitOfWork unit, TipId tip, RelayEnd to);

    bool Waits(UnitOfWork unit, TipId tip, RelayEnd to);

    /// <summary>Destroys the key and everything under it, and what still waits to be sent to the reporter.</summary>
    void Destroy(UnitOfWork unit, TipId tip);
}
