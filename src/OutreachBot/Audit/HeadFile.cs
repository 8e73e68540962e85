using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using OutreachBot.Starting;

namespace OutreachBot.Audit;

/// <summary>The file outside that heads are added to: a line <c>2026-03-31 17:…</c> each.</summary>
internal sealed class HeadFile(IOptions<AuditOptions> options, ILogger<HeadFile> logger)
    : OutsideWriter<string>(MostWaiting, BoundedChannelFullMode.DropOldest)
{
    private const int MostWaiting = 8;

    /// <summary>Null where heads are kept by hand.</summary>
    public string? Path => options.Value.HeadFile;

    /// <summary>Takes a head to be written, and returns at once.</summary>
    public void Offer(AuditHead head, DateTimeOffset now) => Take(LineOf(head, now));

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

    protected override Task WriteAsync(string what) => File.AppendAllTextAsync(Path!, what, CancellationToken.None);

    // The next day's head holds all that this one did; until then doctor says so.
    protected override void TellNotWritten(string failure) => logger.HeadNotWritten(failure);
}
