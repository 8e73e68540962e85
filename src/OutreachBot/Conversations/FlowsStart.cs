using OutreachBot.Starting;

namespace OutreachBot.Conversations;

/// <summary>Loads the flows before the first message. A command that needs none works beside a broken one.</summary>
internal sealed class FlowsStart(FlowShelf shelf, ILogger<FlowsStart> logger) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        logger.FlowsLoaded(shelf.Engine.Book.Flows.Count);
        return Task.CompletedTask;
    }
}
