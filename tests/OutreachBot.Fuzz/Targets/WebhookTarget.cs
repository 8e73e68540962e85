using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Settings;

namespace OutreachBot.Fuzz.Targets;

/// <summary>Lets a webhook in as the web server would: its target, its content type and its signature in three lines, then the body.</summary>
/// <remarks>The line <c>*</c> for a signature stands for the right one, by <see cref="SlowSignature"/>: so both what must be let in and what must not are told apart.</remarks>
internal sealed class WebhookTarget : IFuzzTarget
{
    public const string Word = "webhook";

    private const string Token = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private const string Host = "line.example.org";
    private const int MostBytes = 64 * 1024;

    private readonly SignedRequest _requests;
    private readonly TwilioInbound _inbound;

    public WebhookTarget()
    {
        var options = Options.Create(new TwilioOptions { AccountSid = "AC0123456789abcdef0123456789abcdef", AuthToken = Token });
        _requests = new SignedRequest(new TwilioSignature(options.Value.Tokens), Options.Create(new PublicOptions()), NullLogger<SignedRequest>.Instance);
        _inbound = new TwilioInbound(new TwilioMedia(options), TimeProvider.System);
    }

    public string Name => Word;

    public IReadOnlyList<byte[]> Scraps { get; } =
    [
        .. new[]
        {
            "&", "=", "%", "%2", "%00", "%0A", "%ED%A0%80", "%F0%9F%99%82", "%C3%B1", "+", "&Body=", "&Body=a", "&From=whatsapp%3A%2B59170000012", "&From=", "&NumMedia=10", "&NumMedia=-1", "&NumMedia=2147483647",
            "&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FAccounts%2FAC1%2FMessages%2FMM1%2FMedia%2FME1", "&MediaContentType0=image/jpeg;x", "&Latitude=-16.5&Longitude=-68.1", "&Latitude=NaN", "&Longitude=1e309",
            "&OptOutType=STOP", "&ButtonPayload=yes", "&ListId=x", "&MessageSid=SM0123456789abcdef0123456789abcdef", "&AccountSid=AC0123456789abcdef0123456789abcdef", "\n*\n", "\n\n", "*",
            "/channels/twilio/messages", "?", "#rc=3", "bodySHA256=", ":443", "@", "[::1]", "application/json", "application/x-www-form-urlencoded", "%26", "%3D", "a=1&a=2", "a=2&a=1", "é=1", "\uFF41=1", "%F0%90%80%80=1",
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0xFF], [0xC3],
    ];

    public string Read(byte[] input)
    {
        var (target, type, given, body) = Split(input);
        var right = SlowSignature.Of(Token, $"https://{Host}{target}", body);
        var header = given == "*" ? right : given;
        var signed = Ask(target, type, header, body);

        BrokenLawException.Unless(signed.Form is null == signed.Refusal is 400 or 403 or 413 or 415, "a form, or a refusal that has a name");
        BrokenLawException.Unless(signed.Refusal == StatusCodes.Status413PayloadTooLarge == body.Length > MostBytes, "what is too long is refused, and nothing else");
        if (signed.Form is not { } form)
        {
            var mayBe = type.Length > 0 || body.Length > MostBytes || SlowSignature.Pairs(body).Count > TwilioForm.MaxFields;
            BrokenLawException.Unless(mayBe || header != right || signed.Refusal != StatusCodes.Status403Forbidden, "what is rightly signed is not taken for a forgery");
            return $"{Word}: {signed.Refusal}";
        }
        BrokenLawException.Unless(SlowSignature.Accepts(Token, Host, target, body, header), "only what was signed is let in");
        return _inbound.Read(form) is { } message ? Judge(message) : $"{Word}: no message";
    }

    private SignedForm Ask(string target, string type, string header, byte[] body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Scheme = "https";
        context.Request.Host = new HostString(Host);
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentType = type.Length == 0 ? null : type;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        if (header.Length > 0)
        {
            context.Request.Headers["X-Twilio-Signature"] = header;
        }
        var asked = _requests.ReadAsync(context);

        // The body lies in memory: there is nothing to wait for.
        return asked.IsCompletedSuccessfully ? asked.Result : asked.AsTask().GetAwaiter().GetResult();
    }

    private static string Judge(InboundMessage message)
    {
        BrokenLawException.Unless(message.From.Value is { Length: > 0 and <= 200 } from && !from.Any(char.IsWhiteSpace), "an address is visible characters");
        BrokenLawException.Unless(message.ProviderId.Length == 34 && message.ProviderId.All(char.IsAsciiLetterOrDigit), "an id that may stand in an address");
        BrokenLawException.Unless(message.Text.Length <= Twiml.MaxCharacters, "no text is longer than one message");
        BrokenLawException.Unless(
            message.Attachments.Count <= 10 && message.Attachments.All(a => Enum.IsDefined(a.Kind)), "ten attachments at most, each of a kind");
        BrokenLawException.Unless(
            message.Pin is not { } pin || (Math.Abs(pin.Latitude) <= 90 && Math.Abs(pin.Longitude) <= 180), "a pin is on the globe");
        BrokenLawException.Unless(message.Choice is null || message.Choice.Length is > 0 and <= 256, "a choice has a bound");

        // What came in may be said again: the answer must still be XML, and say nothing but words.
        var twiml = XDocument.Parse(Twiml.Of([new Say(message.Text, [], [], null, false)], "https://line.example.org/s"));
        BrokenLawException.Unless(
            twiml.Root!.Name == "Response" && twiml.Root.Elements().All(e => e.Name == "Message" && !e.HasElements), "words stay words in the answer");
        return $"{Word}: message {message.From.Channel} {message.CarrierWord} {message.Attachments.Count} {string.Join(',', message.Attachments.Select(a => a.Kind).Distinct())}"
            + $" {(message.Pin is null ? "" : "pin")} {(message.Choice is null ? "" : "choice")} {(message.Text.Length == 0 ? "" : "text")}";
    }

    private static (string Target, string Type, string Signature, byte[] Body) Split(byte[] input)
    {
        var lines = new string[3];
        var at = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var end = input.AsSpan(at).IndexOf((byte)'\n');
            var line = end < 0 ? input.AsSpan(at) : input.AsSpan(at, end);
            // As a web server hands them over: no line ends, no NUL; header values are Latin-1.
            lines[i] = Encoding.Latin1.GetString(line).Replace("\r", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
            at = end < 0 ? input.Length : at + end + 1;
        }
        return (lines[0], lines[1], lines[2], input[at..]);
    }
}
