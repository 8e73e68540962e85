using Microsoft.Extensions.Options;
using OutreachBot.Outbox;
using Polly;

namespace OutreachBot.Channels.Twilio;

/// <summary>Lists what the provider still holds of our own numbers, to them and from them.</summary>
/// <remarks>What never left has no day of sending, and is in no list by day: we know it by the id that its creation, or its news, gave.</remarks>
internal sealed class TwilioCopyFinder(TwilioClients clients, IOptions<TwilioOptions> options, ILogger<TwilioCopyFinder> logger) : ICopyFinder
{
    /// <summary>The outbox looks up for a day whether the provider has a message (<see cref="IOutboundChannel.FindAsync"/>).</summary>
    private static readonly TimeSpan Spared = TimeSpan.FromHours(26);

    /// <summary>Voice and pictures are tried to be fetched for about a day; then somebody reads of it in the log, and has two days to save them by hand.</summary>
    private static readonly TimeSpan SparedWithMedia = TimeSpan.FromDays(3);

    private readonly TwilioOptions _options = options.Value;

    public bool HasProvider => _options.IsConfigured && (_options.From is not null || _options.WhatsAppSender is not null);

    public async Task<CopiesFound?> FindAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // On the line's first day nothing is old enough yet; that the provider answers is seen all the same.
        var until = now - Spared > since ? now - Spared : since;
        var (found, isWhole) = (new List<CopyName>(), true);
        foreach (var query in QueriesOf(DateOnly.FromDateTime(since.UtcDateTime), DateOnly.FromDateTime(until.UtcDateTime)))
        {
            if (await ListAsync(query, cancellationToken) is not { } listed)
            {
                return null;
            }
            found.AddRange(listed.All.Where(m => IsLeft(m, since, now)).Select(m => new CopyName(TwilioCopies.MessageKind, m.Sid!)));
            isWhole &= listed.IsWhole && listed.All.All(m => m is { Sid: not null, CreatedAt: not null });
        }
        return new CopiesFound(found, isWhole);
    }

    private IEnumerable<TwilioQuery> QueriesOf(DateOnly since, DateOnly until)
    {
        foreach (var number in new[] { _options.From, _options.WhatsAppSender }.OfType<string>())
        {
            yield return new TwilioQuery(number, Inbound: true, since, until);
            yield return new TwilioQuery(number, Inbound: false, since, until);
        }
    }

    // The lists go by whole days, and a message may have been sent on a day after it was made.
    private static bool IsLeft(TwilioMessage message, DateTimeOffset since, DateTimeOffset now) =>
        message.Sid is { } sid && TwilioMedia.IsSid(sid)
        && message.CreatedAt is { } made
        && made >= since
        && made <= now - (message.MediaCount is null or "0" ? Spared : SparedWithMedia);

    private async Task<TwilioMessages?> ListAsync(TwilioQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.Create().ListAsync(query, cancellationToken);
            if (answer.Value is null)
            {
                TwilioLog.Unanswered(logger, (int)answer.Status, answer.ErrorCode ?? 0);
            }
            return answer.Value;
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            TwilioLog.Unanswered(logger, 0, 0);
            return null;
        }
    }
}
