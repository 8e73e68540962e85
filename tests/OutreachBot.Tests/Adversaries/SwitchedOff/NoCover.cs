using OutreachBot.Conversations;
using OutreachBot.Flows.Running;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Shows the page of the calendar, and covers nothing after it.</summary>
internal sealed class NoCover(ITurnEngine engine) : ITurnEngine
{
    public TurnResult Step(Session session, Input input, TurnContext context)
    {
        var result = engine.Step(session, input, context);
        // While the effect is under way the engine has to know what it waits for.
        return result.Awaits is null ? result with { Session = result.Session with { Cover = result.Session.Cover with { IsOn = false } } } : result;
    }
}
