using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using OutreachBot.Privacy;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Backups;

/// <summary>The file outside that remembers what was erased when the store is lost: a random id a line, and nothing else.</summary>
/// <remarks>
/// It is written at once, so that no erasure is lost with the store, and always as a whole: in the order of the ids and dated to
/// the hour, and once an hour whether or not there is anything new. So whoever finds it learns neither who came last nor when.
/// </remarks>
internal sealed class LedgerFile(IOptions<BackupOptions> options, TimeProvider time, ILogger<LedgerFile> logger)
    : OutsideWriter<IReadOnlyList<TipId>>(MostWaiting, BoundedChannelFullMode.DropWrite), IErasureWitness
{
    /// <summary>More than ever wait; what falls out is noted within the hour by <see cref="LedgerCopy"/>.</summary>
    private const int MostWaiting = 4_096;

    /// <summary>Null where only the store remembers.</summary>
    public string? Path => options.Value.LedgerFile;

    public void Erased(TipId id) => Offer([id]);

    /// <summary>Takes ids to be noted, and returns at once.</summary>
    public void Offer(IReadOnlyList<TipId> ids)
    {
        if (Path is not null)
        {
            Take(ids);
        }
    }

    /// <summary>Has the file hold these too. A crash leaves it as it was.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(string path, IReadOnlyList<TipId> ids)
    {
        var text = (File.Exists(path) ? LedgerLines.Read(path) : LedgerLines.Empty).With(ids);
        var next = path + ".next";
        // What an earlier crash left has the mode it was made with.
        File.Delete(next);
        using (var file = OwnerOnly.CreateFile(next))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.SetLastWriteTimeUtc(next, Tip.HourOf(time.GetUtcNow()).UtcDateTime);
        File.Move(next, path, overwrite: true);
    }

    protected override Task WriteAsync(IReadOnlyList<TipId> what)
    {
        Write(Path!, what);
        return Task.CompletedTask;
    }

    protected override void TellNotWritten(string failure) => logger.LedgerNotWritten(failure);
}
