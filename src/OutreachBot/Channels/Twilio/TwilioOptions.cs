using OutreachBot.Settings;

namespace OutreachBot.Channels.Twilio;

/// <summary>The account at the provider. Nothing set: the channel is off, and its doors refuse.</summary>
internal sealed class TwilioOptions : ISettings
{
    public static string Section => "Twilio";

    /// <summary><c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>Signs what comes in and opens the API. A secret.</summary>
    public string? AuthToken { get; init; }

    /// <summary>A second token that signatures are taken from while tokens are being exchanged. A secret.</summary>
    public string? OtherAuthToken { get; init; }

    /// <summary>The API's address.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://api.twilio.com");

    /// <summary>Our number for SMS, E.164.</summary>
    public string? From { get; init; }

    /// <summary>Our number for WhatsApp, E.164, with or without <c>whatsapp:</c>.</summary>
    public string? WhatsAppFrom { get; init; }

    /// <summary>Our number for WhatsApp as the provider writes it.</summary>
    public string? WhatsAppSender => WhatsAppFrom is null ? null : $"whatsapp:{Bare(WhatsAppFrom)}";

    public bool IsConfigured => AccountSid is not null && AuthToken is not null;

    /// <summary>Tokens that a signature may be made with; empty when the channel is off.</summary>
    public IReadOnlyList<string> Tokens => AuthToken is null ? [] : OtherAuthToken is null ? [AuthToken] : [AuthToken, OtherAuthToken];

    public IEnumerable<SettingFault> Check()
    {
        if (AccountSid is null != AuthToken is null)
        {
            var missing = AccountSid is null ? nameof(AccountSid) : nameof(AuthToken);
            yield return new SettingFault($"Twilio__{missing}", "it is missing while its other half is set", "Set both, or neither.");
        }
        if (AccountSid is not null && !IsAccountSid(AccountSid))
        {
            yield return new SettingFault("Twilio__AccountSid", "it is not AC and 32 hexadecimal digits", "Copy it from the provider's console.");
        }
        if (OtherAuthToken is not null && AuthToken is null)
        {
            yield return new SettingFault("Twilio__OtherAuthToken", "there is no first one", "Set Twilio__AuthToken.");
        }
        if (!ApiBaseUrl.IsAbsoluteUri || ApiBaseUrl.Scheme is not ("https" or "http"))
        {
            yield return new SettingFault("Twilio__ApiBaseUrl", "it is not an address", "Leave it out, or write it like https://api.twilio.com.");
        }
        else if (ApiBaseUrl.Scheme == Uri.UriSchemeHttp && !ApiBaseUrl.IsLoopback)
        {
            // Numbers, words and the token would travel in the clear.
            yield return new SettingFault("Twilio__ApiBaseUrl", "plain http leaves this machine", "Write https://.");
        }
        if (From is not null && !IsNumber(From))
        {
            yield return new SettingFault("Twilio__From", "it is no number in E.164", "Write it like +15005550006.");
        }
        if (WhatsAppFrom is not null && !IsNumber(Bare(WhatsAppFrom)))
        {
            yield return new SettingFault("Twilio__WhatsAppFrom", "it is no number in E.164", "Write it like +15005550006.");
        }
    }

    /// <summary>A number without the provider's prefix for WhatsApp.</summary>
    public static string Bare(string number) =>
        number.StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase) ? number["whatsapp:".Length..] : number;

    private static bool IsAccountSid(string text) =>
        text.Length == 34 && text.StartsWith("AC", StringComparison.Ordinal) && text.Skip(2).All(char.IsAsciiHexDigit);

    private static bool IsNumber(string text) =>
        text.Length is >= 4 and <= 16 && text[0] == '+' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
