using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Keeps alerts, and what is known of responders from them.</summary>
public interface IAlertStore
{
    Alert? Find(UnitOfWork unit, AlertId id);

    /// <summary>All that were ever made of a tip, in no particular order.</summary>
    IReadOnlyList<Alert> OfTip(UnitOfWork unit, TipId tip);

    /// <summary>Those a responder can still do something about.</summary>
    IReadOnlyList<Alert> OpenOf(UnitOfWork unit, ResponderId responder);

    /// <summary>A responder's alert by its code: an open one, else the last that bore it.</summary>
    Alert? FindByCode(UnitOfWork unit, ResponderId responder, AlertCode code);

    /// <summary>Whether an open alert of anybody bears the code.</summary>
    bool IsTaken(UnitOfWork unit, AlertCode code);

    void Save(UnitOfWork unit, Alert alert);

    void RemoveOfTip(UnitOfWork unit, TipId tip);

    /// <summary>Nothing ever reached her: she stands as if she had never been alerted.</summary>
    void DropStanding(UnitOfWork unit, ResponderId responder);

    /// <summary>How everybody stands who was ever alerted.</summary>
    IReadOnlyDictionary<ResponderId, Standing> Standings(UnitOfWork unit);
}

/// <summary>How a responder stands with alerts.</summary>
/// <param name="Open">Offers she has not answered, and cases she has.</param>
/// <param name="LastAlertedAt">For fairness among equals.</param>
public sealed record Standing(int Open, DateTimeOffset LastAlertedAt);
