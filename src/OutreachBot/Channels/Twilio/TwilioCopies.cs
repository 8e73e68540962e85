using System.Net;
using OutreachBot.Outbox;
using Polly;

namespace OutreachBot.Channels.Twilio;

/// <summary>Deletes the provider's record of a message: blanking it would leave the number.</summary>
internal sealed class TwilioCopies(TwilioClients clients, ILogger<TwilioCopies> logger) : ICopyDeleter
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
        try
        {
            var answer = await clients.Create().DeleteMessageAsync(providerId, cancellationToken);

            // Gone already is gone: a deletion whose answer was lost comes again.
            if (answer.IsSuccess || answer.Status == HttpStatusCode.NotFound)
            {
                return CopyDeletion.Deleted;
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
}
