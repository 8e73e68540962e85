using System.Text;
using System.Text.Json;
using OutreachBot.Channels.Twilio;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Twilio;

/// <summary>One line of signatures.json.</summary>
public sealed record SignatureVector(
    string Id, string AuthToken, string Url, string? Body, string? BodyJson, string? Signature, bool Valid, bool Optional, string[][]? Params)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<SignatureVector> All() =>
        JsonSerializer.Deserialize<List<SignatureVector>>(File.ReadAllBytes(SharedData.PathOf("data/twilio/signatures.json")), Format)!;

    internal bool IsAccepted()
    {
        var signature = new TwilioSignature([AuthToken]);
        return BodyJson is not null
            ? signature.Covers(Signature, Url, Encoding.UTF8.GetBytes(BodyJson))
            : signature.Covers(Signature, Url, TwilioForm.TryParse(Encoding.UTF8.GetBytes(Body ?? ""))!);
    }
}
