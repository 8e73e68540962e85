using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Conversations;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Conversations;

public sealed class FlowShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-flows").FullName;

    public FlowShelfTests()
    {
        foreach (var file in Directory.EnumerateFiles(RunningHost.FlowsPath(), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(RunningHost.FlowsPath(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_broken_flow_stops_the_start_with_file_line_and_column()
    {
        Change("first: who", "first: nowhere");

        var refused = Assert.Throws<StartRefusedException>(() => Shelf().Engine);

        Assert.Contains(refused.Reasons, r => r.StartsWith("flows/about/flow.yaml:4:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flow_that_would_let_something_sealed_out_is_never_taken_into_use()
    {
        var shelf = Shelf();
        var before = shelf.Engine;
        var file = Path.Combine(_folder, "report", "flow.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("kind: story, privacy: sealed", "kind: story, privacy: open", StringComparison.Ordinal));

        shelf.LoadAgain();

        Assert.Same(before, shelf.Engine);
        Assert.Contains(Assert.Throws<StartRefusedException>(() => Shelf().Engine).Reasons, r => r.Contains("sealed_leak", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_that_is_broken_leaves_the_last_good_set()
    {
        var shelf = Shelf();
        var before = shelf.Engine;

        Change("first: who", "first: nowhere");
        shelf.LoadAgain();
        Assert.Same(before, shelf.Engine);

        Change("first: nowhere", "first: wrong");
        shelf.LoadAgain();
        Assert.Equal("wrong", shelf.Engine.Book.Flows["about"].First);
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_while_the_line_runs()
    {
        var loaded = new LoadedSignal();
        var shelf = new FlowShelf(new FlowsDirectory(_folder), loaded);
        Assert.NotNull(shelf.Engine);
        using var watch = new FlowWatch(new FlowsDirectory(_folder), shelf, TimeProvider.System);
        await watch.StartAsync(default);

        Change("first: who", "first: wrong");
        await loaded.Task;

        Assert.Equal("wrong", shelf.Engine.Book.Flows["about"].First);
    }

    private FlowShelf Shelf() => new(new FlowsDirectory(_folder), NullLogger<FlowShelf>.Instance);

    private void Change(string from, string to)
    {
        var file = Path.Combine(_folder, "about", "flow.yaml");
        var changed = File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal);
        // By way of another name, so that nobody reads half of it.
        File.WriteAllText(file + ".draft", changed);
        File.Move(file + ".draft", file, overwrite: true);
    }

    /// <summary>Completes when the shelf says that it has loaded.</summary>
    private sealed class LoadedSignal : ILogger<FlowShelf>
    {
        private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => _loaded.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 403)
            {
                _loaded.TrySetResult();
            }
        }
    }
}
