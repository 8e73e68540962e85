using OutreachBot.Conversations;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>MIS DATOS tells whether a case is held.</summary>
internal sealed class TellsWhatIsHeld(IConversation conversation, Func<InboundMessage, Task<bool>> isKnown) : IConversation
{
    public async Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var known = message.Text == "MIS DATOS" && await isKnown(message);
        var reply = await conversation.HandleAsync(message, cancellationToken);
        return known ? reply with { Says = [.. reply.Says.Select(s => s with { Text = s.Text + " Hay algo guardado." })] } : reply;
    }
}
