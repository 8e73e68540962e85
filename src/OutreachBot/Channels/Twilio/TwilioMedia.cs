using Microsoft.Extensions.Options;

namespace OutreachBot.Channels.Twilio;

/// <summary>Names the bytes of an attachment without keeping an address that anybody chose.</summary>
internal sealed class TwilioMedia(IOptions<TwilioOptions> options)
{
    private const string Prefix = "twilio:";

    /// <summary>The handle of a medium; empty when its address is not the provider's, and so will never be fetched.</summary>
    /// <remarks>A signed form may still carry any address in MediaUrl once a token has leaked: fetching it would let its
    /// writer reach into our network.</remarks>
    public string HandleOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && IsOurs(address)
        && address.AbsolutePath.Split('/') is ["", "2010-04-01", "Accounts", var account, "Messages", var message, "Media", var medium]
        && new[] { account, message, medium }.All(IsSid)
            ? $"{Prefix}{account}/{message}/{medium}"
            : "";

    private bool IsOurs(Uri address)
    {
        var api = options.Value.ApiBaseUrl;
        return address.UserInfo.Length == 0
            && (address is { Scheme: "https", IsDefaultPort: true, Host: "api.twilio.com" or "mcs.us1.twilio.com" }
                || (address.Scheme == api.Scheme && address.Host == api.Host && address.Port == api.Port));
    }

    /// <summary>An id of the provider's: it may stand in an address.</summary>
    public static bool IsSid(string text) => text.Length is > 2 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
