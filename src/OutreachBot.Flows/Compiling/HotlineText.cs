using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Compiling;

/// <summary>The verified numbers of a country, as they are said.</summary>
internal sealed class HotlineText
{
    private readonly FrozenDictionary<string, (string Text, bool Emergency)> _byCountry;

    public HotlineText(IReadOnlyList<Hotline> hotlines) =>
        _byCountry = hotlines.Where(h => h.Verified).GroupBy(h => h.Country, StringComparer.Ordinal).ToFrozenDictionary(
            g => g.Key,
            g => (string.Join(", ", g.OrderByDescending(h => h.Emergency).Select(h => $"{h.Name} {h.Number}")), g.Any(h => h.Emergency)),
            StringComparer.Ordinal);

    /// <summary>Empty where none is verified.</summary>
    public string Of(string? country) => country is not null && _byCountry.TryGetValue(country, out var lines) ? lines.Text : "";

    public bool HasEmergency(string? country) => country is not null && _byCountry.TryGetValue(country, out var lines) && lines.Emergency;
}
