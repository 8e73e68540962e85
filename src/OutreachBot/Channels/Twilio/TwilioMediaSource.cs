using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using OutreachBot.Media;
using OutreachBot.Media.Stripping;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Twilio;

/// <summary>The bytes of what is attached to messages, at the provider.</summary>
internal sealed class TwilioMediaSource(
    IHttpClientFactory http, TwilioMedia media, IOptions<TwilioOptions> options, IProviderCopies copies, ILogger<TwilioMediaSource> logger) : IMediaSource
{
    public const string Name = "twilio-media";

    private const int MostRedirects = 3;

    private readonly AuthenticationHeaderValue _credentials = new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthToken}")));

    public bool Has(string source) => options.Value.IsConfigured && TwilioMedia.Read(source) is not null;

    public async Task<MediaFetch> FetchAsync(string source, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(Name);
        var address = media.AddressOf(source)!;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            // Only the provider's API is told who we are: where it leads to has an address that opens by itself.
            request.Headers.Authorization = media.IsOurs(address) ? _credentials : null;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response is { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, Headers.Location: { } location })
            {
                address = new Uri(address, location);
                if (!media.MayLeadTo(address))
                {
                    logger.LedAstray();
                    return new MediaFetch(MediaFetchOutcome.TryLater, default);
                }
                continue;
            }
            return await ReadAsync(response, cancellationToken);
        }
        return new MediaFetch(MediaFetchOutcome.TryLater, default);
    }

    public void LetGo(UnitOfWork unit, string source)
    {
        if (TwilioMedia.Read(source) is { Message: var message })
        {
            // Its media go with it.
            copies.PlanDeletion(unit, TwilioCopies.MessageKind, message, unit.Now);
        }
    }

    private async Task<MediaFetch> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return new MediaFetch(MediaFetchOutcome.Never, default);
        }
        if (!response.IsSuccessStatusCode)
        {
            logger.Unanswered((int)response.StatusCode);
            return new MediaFetch(MediaFetchOutcome.TryLater, default);
        }
        // What a header says of the size is nothing to rely on: it is counted as it comes.
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + count > Stripper.MostBytes)
            {
                return new MediaFetch(MediaFetchOutcome.Never, default);
            }
            bytes.Write(buffer, 0, count);
        }
        return new MediaFetch(MediaFetchOutcome.Fetched, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }
}
