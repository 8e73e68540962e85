using OutreachBot.Effects;
using OutreachBot.Responders;

namespace OutreachBot.Conversations;

/// <summary><c>opt_out</c>: ALTO. A responder is marked, which no import undoes; of anybody else the numbers kept to answer to go.</summary>
internal sealed class OptOutEffect(IResponders responders, IEnumerable<IForgetsPerson> rooms) : IEffectHandler
{
    public string Effect => "opt_out";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            responders.Save(request.Unit, responder with { OptedOut = true });
        }
        foreach (var room in rooms)
        {
            room.LetGoOfNumbers(request);
        }
        return EffectResult.Of("ok");
    }
}

/// <summary><c>opt_in</c>: ALTA. Nothing is remembered of others who opted out, so there is nothing to undo.</summary>
internal sealed class OptInEffect(IResponders responders) : IEffectHandler
{
    public string Effect => "opt_in";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is { OptedOut: true } responder)
        {
            responders.Save(request.Unit, responder with { OptedOut = false });
        }
        return EffectResult.Of("ok");
    }
}

/// <summary><c>my_data</c>: the answer has one shape whatever is held, so nothing is looked up.</summary>
internal sealed class MyDataEffect : IEffectHandler
{
    public string Effect => "my_data";

    public EffectResult Handle(EffectRequest request) => EffectResult.Of("ok");
}
