using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>What coordinators are told of the line itself. Implemented by the alerts; whoever watches it asks.</summary>
public interface ICoordinatorNotices
{
    /// <summary>A phone that carries the line has fallen silent: somebody should look after it. Says no place and no number.</summary>
    /// <param name="reaches">Whether a message would reach her by another road.</param>
    void PhoneSilent(UnitOfWork unit, Func<Responder, bool> reaches);
}
