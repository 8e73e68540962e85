using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Told of each message that is taken in, once, within its turn's unit of work. Implemented by channels.</summary>
public interface IInboundListener
{
    void Taken(UnitOfWork unit, InboundMessage message);
}
