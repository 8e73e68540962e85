using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>What tips need of the room that alerts people.</summary>
public interface IAlerting
{
    /// <summary>Sees to it that a tip is before those whom it concerns, as it stands now.</summary>
    /// <returns>Whether somebody real has it before her; false: nobody on file may have it, and it is tried again later.</returns>
    bool Offer(UnitOfWork unit, Tip tip);

    /// <summary>Nobody is told of a tip now; a coordinator is in time to have seen it within half a day.</summary>
    void OfferLater(UnitOfWork unit, Tip tip);

    /// <summary>Coordinators are told, once, that very many tips come and wait for them; of no tip and no place.</summary>
    void TellOfSurge(UnitOfWork unit, Tip tip);

    /// <summary>A tip has become urgent after it was submitted: whoever was asked is asked anew, whoever has it is told, and a coordinator with her.</summary>
    /// <returns>As <see cref="Offer"/>.</returns>
    bool Heighten(UnitOfWork unit, Tip tip);

    /// <summary>Takes a tip away from people who were alerted before they were named, and tells a coordinator.</summary>
    /// <remarks>They read the ordinary "taken by somebody else" and get nothing more: naming must not show.</remarks>
    /// <returns>The tip as it stands then.</returns>
    Tip TakeAway(UnitOfWork unit, Tip tip, IReadOnlySet<ResponderId> named);

    /// <summary>Lets whoever has the case know that something came for her.</summary>
    void TellOfNews(UnitOfWork unit, Tip tip);

    /// <summary>Lets whoever has somebody's wish to be called know that her phone is not to be rung for now, or may be again.</summary>
    void TellOfRinging(UnitOfWork unit, Tip tip, bool mayRing);

    /// <summary>She has looked at what came: she may be told of the next.</summary>
    void NewsWasRead(UnitOfWork unit, Tip tip);

    /// <summary>Whether the one who has the case has said that she is on it.</summary>
    bool IsAttended(UnitOfWork unit, Tip tip);

    /// <summary>Ends all alerts of a tip that was withdrawn; whoever has it reads that it was.</summary>
    void Withdraw(UnitOfWork unit, Tip tip);

    /// <summary>Deletes all alerts of a tip.</summary>
    void Remove(UnitOfWork unit, TipId tip);
}
