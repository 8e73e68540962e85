using System.Globalization;
using System.Text.Json.Serialization;

namespace OutreachBot.Channels.Twilio;

/// <summary>A message as the provider's API tells of it, as far as it is read.</summary>
internal sealed record TwilioMessage(
    [property: JsonPropertyName("sid")] string? Sid,
    [property: JsonPropertyName("to")] string? To,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("direction")] string? Direction,
    [property: JsonPropertyName("num_media")] string? MediaCount,
    [property: JsonPropertyName("date_created")] string? DateCreated)
{
    /// <summary>RFC 2822, to the second; null when it can't be read.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt =>
        DateTimeOffset.TryParse(DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public override string ToString() => "[message]";
}

internal sealed record TwilioMessagePage(
    [property: JsonPropertyName("messages")] IReadOnlyList<TwilioMessage>? Messages,
    [property: JsonPropertyName("next_page_uri")] string? NextPageUri);

[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioMessagePage))]
[JsonSerializable(typeof(TwilioErrorBody))]
internal sealed partial class TwilioJson : JsonSerializerContext;
