using OutreachBot.Effects;
using OutreachBot.Responders;

namespace OutreachBot.Alerts;

/// <summary>A responder who leaves, or wants no messages, holds nothing up: nothing of a case could be told her any more.</summary>
internal sealed class ResponderForgetting(IResponderWork work) : IForgetsPerson
{
    /// <summary>Her cases go to others first.</summary>
    public void Forget(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            work.GiveBack(request.Unit, responder.Id);
        }
    }

    public void LetGoOfNumbers(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            work.GiveBack(request.Unit, responder.Id);
        }
    }
}
