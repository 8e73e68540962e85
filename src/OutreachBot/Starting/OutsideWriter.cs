using System.Threading.Channels;

namespace OutreachBot.Starting;

/// <summary>Writes to a file outside, behind whoever hands something in, never in a unit of work: it may lie on another machine and be slow.</summary>
/// <param name="mostWaiting">More than ever wait.</param>
/// <param name="whenFull">What is lost where they do.</param>
internal abstract class OutsideWriter<T>(int mostWaiting, BoundedChannelFullMode whenFull) : BackgroundService
    where T : notnull
{
    private readonly Channel<T> _waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(mostWaiting) { FullMode = whenFull });

    /// <summary>What waits is written before the server is gone.</summary>
    public sealed override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>Returns at once.</summary>
    protected void Take(T what) => _waiting.Writer.TryWrite(what);

    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    protected abstract Task WriteAsync(T what);

    /// <param name="failure">What kind it was.</param>
    protected abstract void TellNotWritten(string failure);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var what in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await WriteAsync(what);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                TellNotWritten(e.GetType().Name);
            }
        }
    }
}
