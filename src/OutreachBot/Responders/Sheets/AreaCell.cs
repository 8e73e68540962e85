using F23.StringSimilarity;
using OutreachBot.Flows.Running;
using OutreachBot.Places;

namespace OutreachBot.Responders.Sheets;

/// <summary>Reads one of the areas she covers, or says which id was likely meant.</summary>
internal sealed class AreaCell(Gazetteer gazetteer)
{
    public const string National = "national";
    private const int MostSuggestions = 3;

    /// <summary>Slips of the finger in an id: two figures changed over, one left out.</summary>
    private const int MostSlips = 2;

    private readonly OptimalStringAlignment _distance = new();

    /// <param name="country">BO or GT; what is elsewhere is a fault.</param>
    /// <returns>An id; anything where a fault was added.</returns>
    public string Read(string text, string country, LineFaults faults)
    {
        if (text.Equals(National, StringComparison.OrdinalIgnoreCase))
        {
            return country;
        }
        var area = text.ToUpperInvariant();
        if (!PlaceId.TryParse(area, out var id) || !gazetteer.Knows(id))
        {
            faults.Add("areas", $"'{LineFaults.Shown(text)}' is no place that is known", Mend(text, area, country));
        }
        else if (id.Level is PlaceLevel.Province)
        {
            faults.Add("areas", $"{id} is a province", "Write its municipalities, or the department.");
        }
        else if (id.Country != country)
        {
            faults.Add("areas", $"{id} lies in the other country", "Mend the area or the country.");
        }
        return area;
    }

    private string Mend(string text, string area, string country)
    {
        const string Otherwise = "Write an id like BO-010601 or GT-14, or national; 'places find' tells the id of a name.";
        var likely = Likely(text, area, country);
        return likely.Count == 0 ? Otherwise : $"Perhaps {string.Join(" or ", likely)}; 'places find' tells the id of a name.";
    }

    // Ids alone are said: the cell may hold the name of a person, which is a place's as well.
    private List<string> Likely(string text, string area, string country) =>
        gazetteer.Read(text, country) is { Kind: PlaceReadingKind.Resolved or PlaceReadingKind.Ask } reading
            ? [.. reading.Candidates.Select(c => c.Id).Take(MostSuggestions)]
            : [.. gazetteer.Municipalities.SelectMany(m => new[] { m.Id, m.Department }).Distinct(StringComparer.Ordinal)
                .Select(id => (Id: id, Slips: _distance.Distance(id, WithCountry(area, country))))
                .Where(s => s.Slips <= MostSlips)
                .GroupBy(s => s.Slips).OrderBy(g => g.Key).Take(1).SelectMany(g => g)
                .Select(s => s.Id).Order(StringComparer.Ordinal).Take(MostSuggestions)];

    // The statistics office's code alone, as people copy it.
    private static string WithCountry(string area, string country) =>
        area.Length is 2 or 4 or 6 && area.All(char.IsAsciiDigit) ? $"{country}-{area}" : area;
}
