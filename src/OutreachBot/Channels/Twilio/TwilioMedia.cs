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

    /// <summary>The account, message and medium that a handle names; null for a handle of another channel.</summary>
    public static (string Account, string Message, string Medium)? Read(string handle) =>
        handle.StartsWith(Prefix, StringComparison.Ordinal) && handle[Prefix.Length..].Split('/') is [var account, var message, var medium]
        && new[] { account, message, medium }.All(IsSid)
            ? (account, message, medium)
            : null;

    /// <summary>Where the bytes of a handle are asked for.</summary>
    public Uri? AddressOf(string handle) => Read(handle) is (var account, var message, var medium)
        ? new Uri(options.Value.ApiBaseUrl, $"/2010-04-01/Accounts/{account}/Messages/{message}/Media/{medium}")
        : null;

    /// <summary>Where the provider's API may lead: to itself, or to a store of its own.</summary>
    public bool MayLeadTo(Uri address) => IsOurs(address) || (IsSafe(address)
        && (address.Host is "mms.twiliocdn.com" or "media.twiliocdn.com"
            || (address.Host == "s3-external-1.amazonaws.com" && address.AbsolutePath.StartsWith("/media.twiliocdn.com/", StringComparison.Ordinal))));

    /// <summary>The API: the only one that is shown our credentials.</summary>
    public bool IsOurs(Uri address)
    {
        var api = options.Value.ApiBaseUrl;
        return address.UserInfo.Length == 0
            && ((IsSafe(address) && address.Host is ("api.twilio.com" or "mcs.us1.twilio.com"))
                || (address.Scheme == api.Scheme && address.Host == api.Host && address.Port == api.Port));
    }

    private static bool IsSafe(Uri address) => address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 };

    /// <summary>An id of the provider's: it may stand in an address.</summary>
    public static bool IsSid(string text) => text.Length is > 2 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
