using System.Collections.Frozen;
using System.Globalization;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Compiling;

/// <summary>The verified numbers of a country, as they are said.</summary>
internal sealed class HotlineText
{
    private readonly FrozenDictionary<string, Said> _byCountry;

    public HotlineText(IReadOnlyList<Hotline> hotlines) =>
        _byCountry = hotlines.Where(h => h.Verified).GroupBy(h => h.Country, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => Say([.. g.OrderByDescending(h => h.Emergency)]), StringComparer.Ordinal);

    /// <summary>Empty where none is verified.</summary>
    public string Of(string? country) => Find(country)?.Numbers ?? "";

    /// <summary>The same, each with its hours where a source gives them.</summary>
    public string WithHoursOf(string? country) => Find(country)?.WithHours ?? "";

    /// <summary>Where they are published, and the month of the oldest look at it: <c>pgn.gob.gt, agn.gt, 11/2026</c>.</summary>
    public string SourcesOf(string? country) => Find(country)?.Sources ?? "";

    public bool HasEmergency(string? country) => Find(country)?.Emergency ?? false;

    private Said? Find(string? country) => country is null ? null : _byCountry.GetValueOrDefault(country);

    private static Said Say(IReadOnlyList<Hotline> lines) => new(
        string.Join(", ", lines.Select(Number)),
        string.Join(", ", lines.Select(h => h.Hours.Length == 0 ? Number(h) : $"{Number(h)} ({h.Hours})")),
        string.Join(", ", lines.Select(h => SiteOf(h.Source)).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)
            .Append(lines.Min(h => h.CheckedOn).ToString("MM/yyyy", CultureInfo.InvariantCulture))),
        lines.Any(h => h.Emergency));

    private static string Number(Hotline line) => $"{line.Name} {line.Number}";

    // The first is the one that names the number; its page's address would take a segment of its own.
    private static string SiteOf(string source)
    {
        const string Begins = "https://";
        var at = source.IndexOf(Begins, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }
        var site = source[(at + Begins.Length)..].Split('/', ' ')[0];
        return site.StartsWith("www.", StringComparison.Ordinal) ? site[4..] : site;
    }

    private sealed record Said(string Numbers, string WithHours, string Sources, bool Emergency);
}
