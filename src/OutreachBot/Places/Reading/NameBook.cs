using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Writes all embedded names into an index, with the short forms that people make of them.</summary>
internal static class NameBook
{
    // Words that begin so many names that they stand for none.
    private static readonly FrozenSet<string> Openings = new[]
    {
        "san", "santa", "santo", "villa", "puerto", "nuevo", "nueva", "rio", "ciudad", "fray", "pueblo", "playa", "palos", "toro", "vila",
        "papel", "cuatro", "bella", "buena", "pampa", "cruz", "todos", "entre", "uru", "jatun", "tito", "general", "agua", "colcha", "caiza",
        "santos", "territorio", "alto", "ayo", "mayor", "menor", "waldo", "okinawa", "el", "sipe", "jesus", "union", "ascension", "salinas",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static NameIndex Write(PlaceFacts facts)
    {
        var index = new NameIndex(facts);
        foreach (var department in facts.Departments)
        {
            index.Add(department.Name, new NameSense(SenseKind.Department, department.Id, NameRank.Whole));
        }
        foreach (var province in facts.Provinces)
        {
            index.Add(province.Name, new NameSense(SenseKind.Province, province.Id, NameRank.Whole));
        }
        foreach (var municipality in facts.Municipalities)
        {
            index.Add(municipality.Name, new NameSense(SenseKind.Municipality, municipality.Id, NameRank.Whole));
        }
        index.Add("Bolivia", new NameSense(SenseKind.Country, "BO", NameRank.Whole));
        index.Add("Guatemala", new NameSense(SenseKind.Country, "GT", NameRank.Whole));
        foreach (var others in facts.OtherNames)
        {
            foreach (var name in others.Names)
            {
                index.Add(name, new NameSense(KindOf(others.Id), others.Id, others.Rank));
            }
        }
        foreach (var abroad in facts.Abroad)
        {
            var kind = abroad.Town is null ? SenseKind.ForeignCountry : SenseKind.ForeignTown;
            foreach (var name in abroad.Names)
            {
                index.Add(name, new NameSense(kind, abroad.Names[0], NameRank.Whole));
            }
        }
        foreach (var municipality in facts.Municipalities)
        {
            AddShortForms(index, municipality);
        }
        return index;
    }

    private static SenseKind KindOf(string id) => PlaceId.TryParse(id, out var place)
        ? place.Level switch
        {
            PlaceLevel.Department => SenseKind.Department,
            PlaceLevel.Province => SenseKind.Province,
            PlaceLevel.Municipality => SenseKind.Municipality,
            _ => throw new InvalidDataException($"names.tsv: {id} is neither a municipality, a province nor a department."),
        }
        : throw new InvalidDataException($"names.tsv: {id} is no place id.");

    // "San Pedro" for San Pedro Sacatepéquez, "Comalapa" for San Juan Comalapa, "Esquipulas" for Esquipulas Palo Gordo.
    private static void AddShortForms(NameIndex index, Municipality municipality)
    {
        var words = PlaceText.Read(municipality.Name).Words.Select(w => w.Text).Where(w => !SmallWords.Contains(w)).ToList();
        var sense = new NameSense(SenseKind.Municipality, municipality.Id, NameRank.Short);
        for (var kept = words.Count - 1; kept >= 1; kept--)
        {
            if (kept > 1 || !Openings.Contains(words[0]))
            {
                index.AddWords(words[..kept], sense, article: false);
            }
            var rest = words[^kept..];
            var saintAlone = words.Count == 2 && words[0] is "san" or "santa" or "santo";
            if (!saintAlone && !rest.TrueForAll(index.IsNamesake) && !Openings.Contains(rest[0]) && !MeansMore(index, rest))
            {
                index.AddWords(rest, sense, article: false);
            }
        }
    }

    // "Sacatepéquez" is the department, "Huehuetenango" another town: neither is short for San Pedro or San Sebastián.
    private static bool MeansMore(NameIndex index, List<string> words) =>
        index.Find(string.Join(' ', words))?.Senses.Any(s => s.Rank == NameRank.Whole) == true;
}
