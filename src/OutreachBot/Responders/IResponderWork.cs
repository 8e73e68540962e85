using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>What responders have before them, as far as this room needs to know.</summary>
public interface IResponderWork
{
    /// <summary>Her open alerts and cases.</summary>
    int CountOf(UnitOfWork unit, ResponderId responder);

    /// <summary>She goes: what she has is given to the next.</summary>
    void GiveBack(UnitOfWork unit, ResponderId responder);

    /// <summary>She can be sent nothing: what she was offered is given to the next; what she has, she keeps.</summary>
    void GiveBackOffers(UnitOfWork unit, ResponderId responder);
}
