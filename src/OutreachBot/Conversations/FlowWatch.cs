using OutreachBot.Settings;

namespace OutreachBot.Conversations;

/// <summary>Has the flows loaded again when their files change.</summary>
internal sealed class FlowWatch(FlowsDirectory directory, FlowShelf shelf, TimeProvider time) : IHostedService, IDisposable
{
    /// <summary>An editor writes a file in several steps, and several files at once.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private FileSystemWatcher? _watcher;
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => shelf.LoadAgain(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(directory.Path, "*.yaml") { IncludeSubdirectories = true };
        _watcher.Changed += Touched;
        _watcher.Created += Touched;
        _watcher.Deleted += Touched;
        _watcher.Renamed += Touched;
        _watcher.EnableRaisingEvents = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer?.Dispose();
    }

    private void Touched(object sender, FileSystemEventArgs e) => _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
}
