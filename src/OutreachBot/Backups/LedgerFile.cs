using System.Threading.Channels;
using Microsoft.Extensions.Options;
using OutreachBot.Tips;

namespace OutreachBot.Backups;

/// <summary>The file outside that remembers what was erased when the store is lost: a random id a line, and nothing else.</summary>
/// <remarks>It may lie on another machine and be slow: it is written behind whoever erases, never in a unit of work.</remarks>
internal sealed class LedgerFile(IOptions<BackupOptions> options, ILogger<LedgerFile> logger) : BackgroundService, IErasureWitness
{
    /// <summary>More than ever wait; what falls out is noted within the hour by <see cref="LedgerCopy"/>.</summary>
    private const int MostWaiting = 4_096;

    private readonly Channel<IReadOnlyList<TipId>> _waiting = Channel.CreateBounded<IReadOnlyList<TipId>>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Null where only the store remembers.</summary>
    public string? Path => options.Value.LedgerFile;

    public void Erased(TipId id) => Offer([id]);

    /// <summary>Takes ids to be noted, and returns at once.</summary>
    public void Offer(IReadOnlyList<TipId> ids)
    {
        if (Path is not null)
        {
            _waiting.Writer.TryWrite(ids);
        }
    }

    /// <returns>Those of the ids that the file doesn't hold.</returns>
    public static IReadOnlyList<TipId> Missing(string path, IReadOnlyList<TipId> ids)
    {
        var known = File.Exists(path) ? File.ReadLines(path).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal) : [];
        return [.. ids.Where(id => !known.Contains(id.ToString()))];
    }

    /// <summary>What waits is noted before the server is gone.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var ids in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await File.AppendAllLinesAsync(Path!, Missing(Path!, ids).Select(id => id.ToString()), CancellationToken.None);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.LedgerNotWritten(e.GetType().Name);
            }
        }
    }
}
