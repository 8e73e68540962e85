using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutreachBot.Channels.Android;

/// <summary>What the app tells: a message that came in, what became of one that went out, or that it lives.</summary>
/// <param name="Id">The same for every try to tell it. The message's own id is made of its words and comes again with them.</param>
internal sealed record GatewayEvent(string? Event, string? Id, GatewayPayload? Payload)
{
    public override string ToString() => "[gateway event]";

    /// <returns>Null for what is no event of the app.</returns>
    public static GatewayEvent? TryParse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, GatewayJson.Default.GatewayEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="PhoneNumber">Who wrote, or was written to; with or without the country's code. Later builds of the app say <paramref name="Sender"/>.</param>
/// <param name="ReceivedAt">When the phone got it, by the phone's clock.</param>
internal sealed record GatewayPayload(string? MessageId, string? Message, string? PhoneNumber, string? Sender, DateTimeOffset? ReceivedAt)
{
    public override string ToString() => "[gateway payload]";
}

/// <summary>A message to be sent.</summary>
/// <param name="Id">Our own: asked twice, the app sends once.</param>
/// <param name="Ttl">Seconds after which it is not to be sent any more.</param>
internal sealed record GatewayMessage(string Id, string Message, string[] PhoneNumbers, int? SimNumber, int Ttl, bool WithDeliveryReport)
{
    public override string ToString() => "[gateway message]";
}

/// <summary>What the app says of a message; its recipients are not read.</summary>
internal sealed record GatewayState(string? State);

/// <summary>What the app is asked to keep short, and how often to say that it lives.</summary>
internal sealed record GatewayWishes(
    [property: JsonPropertyName("messages")] MessageWishes Messages,
    [property: JsonPropertyName("logs")] LogWishes Logs,
    [property: JsonPropertyName("ping")] PingWishes Ping)
{
    public static GatewayWishes Ours { get; } = new(new MessageWishes(1), new LogWishes(1), new PingWishes(300));
}

internal sealed record MessageWishes([property: JsonPropertyName("log_lifetime_days")] int LogLifetimeDays);

internal sealed record LogWishes([property: JsonPropertyName("lifetime_days")] int LifetimeDays);

internal sealed record PingWishes([property: JsonPropertyName("interval_seconds")] int IntervalSeconds);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayEvent))]
[JsonSerializable(typeof(GatewayMessage))]
[JsonSerializable(typeof(GatewayState))]
[JsonSerializable(typeof(GatewayWishes))]
internal sealed partial class GatewayJson : JsonSerializerContext;
