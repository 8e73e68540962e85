using OutreachBot.Flows.Running;

namespace OutreachBot.Conversations;

/// <summary>The flow engine on the flows as they are now; the seam at which tests put flows of their own.</summary>
internal interface ITurnEngine
{
    TurnResult Step(Session session, Input input, TurnContext context);
}
