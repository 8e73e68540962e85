using System.Globalization;

namespace OutreachBot.Effects;

/// <summary>A session's link that ends by itself: the value, and the minute from which it is gone.</summary>
/// <remarks>Whoever keeps sessions drops ended links, also from those at rest: a link ties a person to what she told.</remarks>
public static class TimedLink
{
    private const char Mark = '@';

    public static string Until(DateTimeOffset end, string value) =>
        value + Mark + end.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <returns>The value, or null when there is none or its end has come; a link without an end is its own value.</returns>
    public static string? Read(string? link, DateTimeOffset now) =>
        link is null ? null
        : EndOf(link) is not { } end ? link
        : end > now ? link[..link.LastIndexOf(Mark)] : null;

    /// <returns>Null for a link without an end.</returns>
    public static DateTimeOffset? EndOf(string link) =>
        link.LastIndexOf(Mark) is var at and >= 0
        && long.TryParse(link.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
