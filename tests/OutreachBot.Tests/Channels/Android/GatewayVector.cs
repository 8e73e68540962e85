using System.Text.Json;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Android;

/// <summary>One line of other_channels.jsonl that is of the gateway app.</summary>
public sealed record GatewayVector(string Id, string Channel, string Key, long Now, Dictionary<string, string> Headers, string Body, bool Valid, string Why)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<GatewayVector> All() =>
    [
        .. File.ReadLines(SharedData.PathOf("data/twilio/other_channels.jsonl"))
            .Where(line => line.Contains("\"android-sms-gateway\"", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<GatewayVector>(line, Format)!),
    ];
}
