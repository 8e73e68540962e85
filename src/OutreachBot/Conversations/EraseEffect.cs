using OutreachBot.Effects;

namespace OutreachBot.Conversations;

/// <summary><c>erase</c>: BORRAR. Every room lets go of her, and the conversation is dropped with the turn.</summary>
internal sealed class EraseEffect(IEnumerable<IForgetsPerson> rooms) : IEffectHandler
{
    public string Effect => "erase";

    public EffectResult Handle(EffectRequest request)
    {
        foreach (var room in rooms)
        {
            room.Forget(request);
        }
        return EffectResult.Of("ok") with { Forget = true };
    }
}
