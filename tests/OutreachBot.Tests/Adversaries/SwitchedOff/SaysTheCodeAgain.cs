using System.Text.RegularExpressions;
using OutreachBot.Conversations;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Remembers what it said last that held a code, and says it once more to whoever writes after SALIR.</summary>
internal sealed partial class SaysTheCodeAgain(IConversation conversation) : IConversation
{
    private Reply? _receipt;

    public async Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var reply = await conversation.HandleAsync(message, cancellationToken);
        _receipt = reply.Says.Any(s => Code().IsMatch(s.Text)) ? reply : _receipt;
        return message.Text == "otra vez" && _receipt is not null ? _receipt : reply;
    }

    [GeneratedRegex(@"\d{3}-\d{3}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}

/// <summary>Tells whether a withdrawal withdrew anything.</summary>
internal sealed class TellsWhetherItWithdrew(IConversation conversation, Func<Task<int>> withdrawn) : IConversation
{
    public async Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var before = await withdrawn();
        var reply = await conversation.HandleAsync(message, cancellationToken);
        return await withdrawn() > before ? reply with { Says = [.. reply.Says.Select(s => s with { Text = s.Text + " Retirado." })] } : reply;
    }
}
