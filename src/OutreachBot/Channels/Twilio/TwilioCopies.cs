using System.Net;
using Microsoft.Extensions.Options;
using OutreachBot.Outbox;
using Polly;

namespace OutreachBot.Channels.Twilio;

/// <summary>Deletes the provider's record of a message, and sees that it is gone. Blanking it would leave the number.</summary>
internal sealed class TwilioCopies(TwilioClients clients, IOptions<TwilioOptions> options, ILogger<TwilioCopies> logger) : ICopyDeleter
{
    /// <summary>The kind under which a message's copy is planned; its media go with it.</summary>
    public const string MessageKind = "message";

    /// <summary>"Not yet": the message is still on its way.</summary>
    private const int NotFinished = 20009;

    public async Task<CopyDeletion> DeleteAsync(string kind, string providerId, CancellationToken cancellationToken)
    {
        if (kind != MessageKind || !TwilioMedia.IsSid(providerId))
        {
            return CopyDeletion.Refused;
        }
        if (!options.Value.IsConfigured)
        {
            return CopyDeletion.TryLater;
        }
        try
        {
            var client = clients.Create();
            var answer = await client.DeleteMessageAsync(providerId, cancellationToken);

            // Gone already is gone: a deletion whose answer was lost comes again.
            if (answer.Status == HttpStatusCode.NotFound)
            {
                return CopyDeletion.Deleted;
            }
            if (answer.IsSuccess)
            {
                return await IsGoneAsync(client, providerId, cancellationToken) ? CopyDeletion.Deleted : CopyDeletion.TryLater;
            }
            if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Gone && answer.ErrorCode != NotFinished)
            {
                TwilioLog.CopyStays(logger, (int)answer.Status, answer.ErrorCode ?? 0);
                return CopyDeletion.Refused;
            }
            return CopyDeletion.TryLater;
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            return CopyDeletion.TryLater;
        }
    }

    private async Task<bool> IsGoneAsync(TwilioClient client, string sid, CancellationToken cancellationToken)
    {
        var answer = await client.ShowMessageAsync(sid, cancellationToken);
        if (answer.Status != HttpStatusCode.NotFound)
        {
            TwilioLog.StillThere(logger, (int)answer.Status);
        }
        return answer.Status == HttpStatusCode.NotFound;
    }
}
