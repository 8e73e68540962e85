using System.Text;
using System.Text.Json;
using OutreachBot.Channels.Twilio;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Twilio;

/// <summary>One line of inbound.jsonl.</summary>
public sealed record InboundVector(string Id, string Kind, string Url, string AuthToken, string Signature, string Body)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<InboundVector> All() =>
        [.. File.ReadLines(SharedData.PathOf("data/twilio/inbound.jsonl")).Select(l => JsonSerializer.Deserialize<InboundVector>(l, Format)!)];

    public static InboundVector Named(string id) => All().Single(v => v.Id == id);

    internal TwilioForm Form => TwilioForm.TryParse(Encoding.UTF8.GetBytes(Body))!;
}
