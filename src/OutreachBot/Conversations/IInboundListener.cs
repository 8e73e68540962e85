using OutreachBot.Flows.Running;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Told of each message that is taken in, once, within its turn's unit of work. Implemented by channels.</summary>
public interface IInboundListener
{
    void Taken(UnitOfWork unit, InboundMessage message);

    /// <summary>What is answered, within the same unit of work; never for a message that came before.</summary>
    void Answered(UnitOfWork unit, InboundMessage message, Answer answer)
    {
    }
}

/// <summary>What a turn answers.</summary>
/// <param name="Leaves">She has left, or is to be forgotten: nothing that was said before may reach her any more.</param>
/// <param name="IsUrgent">She is in danger.</param>
public sealed record Answer(IReadOnlyList<Say> Says, bool Leaves, bool IsUrgent)
{
    public override string ToString() => "[answer]";
}
