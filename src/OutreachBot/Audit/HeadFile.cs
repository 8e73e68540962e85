using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace OutreachBot.Audit;

/// <summary>The file outside that heads are added to: a line <c>2026-03-31 17:…</c> each.</summary>
/// <remarks>It may lie on another machine and be slow: it is written behind whoever hands a head in, never in a unit of work.</remarks>
internal sealed class HeadFile(IOptions<AuditOptions> options, ILogger<HeadFile> logger) : BackgroundService
{
    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(
        new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Null where heads are kept by hand.</summary>
    public string? Path => options.Value.HeadFile;

    /// <summary>Takes a head to be written, and returns at once.</summary>
    public void Offer(AuditHead head, DateTimeOffset now) => _waiting.Writer.TryWrite(LineOf(head, now));

    public static string LineOf(AuditHead head, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd} {head}\n");

    /// <summary>The heads in a file that this wrote, or somebody by hand: a day may stand before each; blank lines and those with # are passed over.</summary>
    /// <exception cref="InvalidDataException">A line is no head.</exception>
    public static async Task<IReadOnlyList<AuditHead>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var heads = new List<AuditHead>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, Encoding.UTF8, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            {
                continue;
            }
            heads.Add(AuditHead.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1], out var head)
                ? head
                : throw new InvalidDataException($"{path}:{number}: that is no head. One looks like 17: and 64 hexadecimal digits."));
        }
        return heads;
    }

    /// <summary>What waits is written before the server is gone.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var line in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await File.AppendAllTextAsync(Path!, line, CancellationToken.None);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next day's head holds all that this one did; until then doctor says so.
                logger.HeadNotWritten(e.GetType().Name);
            }
        }
    }
}
