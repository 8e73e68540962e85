using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Conversations;

/// <summary>Loads the flows before the first message. A command that needs none works beside a broken one.</summary>
internal sealed class FlowsStart(FlowsDirectory flows, FlowShelf shelf, ILogger<FlowsStart> logger) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(flows.Path))
        {
            // Otherwise every file that the engine needs would be missed by name.
            throw new StartRefusedException($"{flows.Path}: there is no such folder. Start where the flows are, or say where with --flows DIR.");
        }
        logger.FlowsLoaded(shelf.Engine.Book.Flows.Count);
        return Task.CompletedTask;
    }
}
