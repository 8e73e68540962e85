namespace OutreachBot.Channels.Twilio;

/// <summary>Makes a client for each use: the factory keeps the connections, and renews them as names change.</summary>
internal sealed class TwilioClients(IHttpClientFactory http, Microsoft.Extensions.Options.IOptions<TwilioOptions> options)
{
    public const string Name = "twilio";

    public TwilioClient Create() => new(http.CreateClient(Name), options);
}
