using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>What responders have before them, as far as this room needs to know.</summary>
public interface IResponderWork
{
    /// <summary>Her open alerts and cases, as AVISOS shows them.</summary>
    int CountOf(UnitOfWork unit, ResponderId responder);

    /// <summary>She goes, or can be sent nothing: what she has is given to the next.</summary>
    void GiveBack(UnitOfWork unit, ResponderId responder);

    /// <summary>Her phone may be in other hands: what she hasn't answered goes to the next as after silence; her cases wait, and a coordinator may take them over.</summary>
    void SetAside(UnitOfWork unit, ResponderId responder);

    /// <summary>She is back: she is told of what came for her cases meanwhile.</summary>
    void TakeUp(UnitOfWork unit, ResponderId responder);
}
