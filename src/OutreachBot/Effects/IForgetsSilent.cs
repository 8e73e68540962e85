using OutreachBot.Flows.Running;
using OutreachBot.Transactions;

namespace OutreachBot.Effects;

/// <summary>A room that keeps a person's number, and lets go of it when she has been silent so long that she is a stranger.</summary>
public interface IForgetsSilent
{
    /// <param name="session">As it stands last; afterwards nothing ties her to what it links to.</param>
    void LetGoOf(UnitOfWork unit, Session session);
}
