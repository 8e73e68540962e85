using OutreachBot.Conversations;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Attachments stay what they are.</summary>
internal sealed class NoMedia : IInboundMedia
{
    public InboundMessage TakeIn(UnitOfWork unit, InboundMessage message) => message;

    public void Hold(UnitOfWork unit, IEnumerable<string> handles)
    {
    }

    public void LetGo(UnitOfWork unit, IEnumerable<string> handles)
    {
    }
}
