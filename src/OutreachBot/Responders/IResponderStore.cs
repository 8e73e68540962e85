using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>Keeps who is on file; everything but the id is locked.</summary>
public interface IResponderStore
{
    IReadOnlyList<Responder> Load(UnitOfWork unit);

    void Put(UnitOfWork unit, Responder responder);

    void Remove(UnitOfWork unit, ResponderId id);
}
