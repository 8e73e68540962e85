using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Tests.Support;

/// <summary>A webhook as the provider sends it, signed.</summary>
internal sealed class SignedWebhook(HttpClient client, string token, string? signedSite = null)
{
    public const string Token = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";

    /// <summary>The settings under which a host takes these.</summary>
    public static Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Twilio:AccountSid"] = AccountSid,
        ["Twilio:AuthToken"] = Token,
        ["Twilio:From"] = "+15005550006",
    };

    /// <summary>A text message of somebody.</summary>
    public Task<HttpResponseMessage> TextAsync(string from, string body, string? sid = null) =>
        PostAsync("/channels/twilio/messages", Message(from, body, sid));

    /// <param name="sid">The same word makes the same id; null: a fresh one.</param>
    public static Dictionary<string, string> Message(string from, string body, string? sid = null) => new(StringComparer.Ordinal)
    {
        ["MessageSid"] = "SM" + Convert.ToHexStringLower(sid is null ? RandomNumberGenerator.GetBytes(16) : SHA256.HashData(Encoding.UTF8.GetBytes(sid))[..16]),
        ["AccountSid"] = AccountSid,
        ["From"] = from,
        ["To"] = "+15005550006",
        ["Body"] = body,
        ["NumMedia"] = "0",
    };

    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        var site = signedSite ?? client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        return await PostAsync(path, new FormUrlEncodedContent(fields), Sign(token, site + path, fields));
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        }
        return client.SendAsync(request);
    }

    /// <summary>The rule of the provider's documentation, written the slow way.</summary>
    public static string Sign(string token, string url, IReadOnlyDictionary<string, string> fields) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(
            url + string.Concat(fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + f.Value)))));
}
