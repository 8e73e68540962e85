using System.Collections.Concurrent;
using OutreachBot.Media;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Simulator;

/// <summary>What simulated phones have sent, in memory until it is fetched: a demo's provider.</summary>
internal sealed class SimulatedMedia : IMediaSource
{
    private const string Prefix = "simulator:";

    /// <summary>What nobody fetches is not let pile up.</summary>
    private const int Most = 50;

    private readonly ConcurrentDictionary<string, byte[]> _held = new(StringComparer.Ordinal);

    /// <returns>The handle.</returns>
    public string Hold(byte[] bytes)
    {
        if (_held.Count >= Most)
        {
            _held.Clear();
        }
        var handle = Prefix + RandomId.Draw();
        _held[handle] = bytes;
        return handle;
    }

    public bool Has(string source) => source.StartsWith(Prefix, StringComparison.Ordinal);

    public Task<MediaFetch> FetchAsync(string source, CancellationToken cancellationToken) => Task.FromResult(
        _held.TryGetValue(source, out var bytes)
            ? new MediaFetch(MediaFetchOutcome.Fetched, bytes)
            : new MediaFetch(MediaFetchOutcome.Never, default));

    public void LetGo(UnitOfWork unit, string source) => unit.AfterCommit(() => _held.TryRemove(source, out _));
}
