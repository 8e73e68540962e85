using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Tips;

/// <summary>What the words inside a seal are.</summary>
public enum SealedPart
{
    /// <summary>The tip itself.</summary>
    [JsonStringEnumMemberName("told")]
    Told,

    /// <summary>What the reporter added later.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>What the responder noted when she closed the case.</summary>
    [JsonStringEnumMemberName("closing_note")]
    ClosingNote,
}

/// <summary>The document inside a seal: all that was told. Only a coordinator's key opens it.</summary>
/// <param name="Order">Counts the seals of a tip from 0: the rows themselves tell no order.</param>
/// <param name="Language">What it was told in.</param>
/// <param name="When">When it happened, in her words or by the option she chose.</param>
/// <param name="KeepAway">Whom to keep away: the option she chose.</param>
/// <param name="KeepAwayWords">Whom to keep away, in her words.</param>
/// <param name="Officials">Whether an authority may see it: the option she chose.</param>
public sealed record SealedTip(
    SealedPart Part,
    int Order,
    string Language,
    string? Story,
    IReadOnlyList<SealedMedium> Media,
    SealedPlace? Place,
    string? When,
    string? KeepAway,
    string? KeepAwayWords,
    string? Officials)
{
    /// <summary>One with words alone.</summary>
    public static SealedTip Of(SealedPart part, int order, LanguageTag language, string? story) =>
        new(part, order, language.ToString(), story, [], null, null, null, null, null);

    /// <summary>UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SealedTipJson.Default.SealedTip);

    /// <returns>Null for bytes that are no such document.</returns>
    public static SealedTip? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SealedTipJson.Default.SealedTip);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same from text; null for none.</summary>
    public static SealedTip? TryRead(string? json) => json is null ? null : TryRead(Encoding.UTF8.GetBytes(json));

    public string ToText() => Encoding.UTF8.GetString(ToJson());

    /// <summary>This told first and the other after it, each word once.</summary>
    public SealedTip FollowedBy(SealedTip later) => later with
    {
        Story = Joined(Story, later.Story),
        Media = [.. Media.Union(later.Media)],
        Place = later.Place ?? Place,
        When = later.When ?? When,
        KeepAway = later.KeepAway ?? KeepAway,
        KeepAwayWords = later.KeepAwayWords ?? KeepAwayWords,
        Officials = later.Officials ?? Officials,
    };

    public override string ToString() => "[sealed tip]";

    private static string? Joined(string? earlier, string? later) =>
        earlier is null || (later?.Contains(earlier, StringComparison.Ordinal) ?? false) ? later
        : later is null || earlier.Contains(later, StringComparison.Ordinal) ? earlier
        : $"{earlier}\n{later}";
}

/// <param name="Kind">Voice, image, …, as the channel named it.</param>
/// <param name="Handle">The host's name for where its bytes are.</param>
public sealed record SealedMedium(string Kind, string Handle)
{
    public override string ToString() => "[medium]";
}

/// <param name="Id">The municipality or department it was read as; null when it was not.</param>
/// <param name="Words">What she wrote or where her pin lies.</param>
/// <param name="Exact">A landmark: street, bridge, shop.</param>
public sealed record SealedPlace(string? Id, string? Words, string? Exact)
{
    public override string ToString() => "[place]";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SealedTip))]
internal sealed partial class SealedTipJson : JsonSerializerContext;
