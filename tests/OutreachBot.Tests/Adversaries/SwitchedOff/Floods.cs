using OutreachBot.Alerts;
using OutreachBot.Conversations;
using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>However many tell of a place, nobody is held.</summary>
internal sealed class NobodyHeld : ITipSurge
{
    public bool Holds(EffectRequest request, Tip tip, Discretion discretion) => false;

    public bool IsNews(EffectRequest request, Tip tip, Discretion discretion) => false;
}

/// <summary>One count for all places and all whom a tip is kept from.</summary>
internal sealed class OneSurgeForAll(int most) : ITipSurge
{
    private int _told;

    public bool Holds(EffectRequest request, Tip tip, Discretion discretion) => request.Responder is null && ++_told > most;

    public bool IsNews(EffectRequest request, Tip tip, Discretion discretion) => false;
}

/// <summary>A phone rings for each alert.</summary>
internal sealed class RingsForEach : IRingPace
{
    public bool IsOver(ResponderId responder, Ring ring, DateTimeOffset now) => false;

    public bool IsNews(ResponderId responder, bool ofDangers, DateTimeOffset now) => false;
}

/// <summary>Tells whoever is held that hers may take longer.</summary>
internal sealed class TellsThatItWaits(IConversation conversation, Func<Task<int>> held) : IConversation
{
    public async Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var before = await held();
        var reply = await conversation.HandleAsync(message, cancellationToken);
        return await held() > before ? reply with { Says = [.. reply.Says.Select(s => s with { Text = s.Text + " Puede tardar." })] } : reply;
    }
}
