using OutreachBot.Flows.Running;
using OutreachBot.Places.Reading;

namespace OutreachBot.Places;

/// <summary>All that is known of places, in memory, built once: finds them in sentences and under pins.</summary>
/// <remarks>Immutable; used by any number of threads.</remarks>
public sealed class Gazetteer : IPlaceReader
{
    private readonly MunicipalityTable _table;
    private readonly Dictionary<string, Area> _areas;
    private readonly IReadOnlyList<Area> _departments;
    private readonly SentenceReader _sentences;
    private readonly SeatMap _seats;
    private readonly HashSet<string> _sharedNames;

    private Gazetteer(PlaceFacts facts)
    {
        _table = new MunicipalityTable(facts.Municipalities);
        _departments = facts.Departments;
        _areas = facts.Departments.Concat(facts.Provinces).ToDictionary(a => a.Id, StringComparer.Ordinal);
        _sentences = new SentenceReader(facts, _table);
        _seats = new SeatMap(facts.Municipalities, facts.Abroad);
        _sharedNames = facts.Municipalities.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The gazetteer of what is embedded: the municipalities of both countries.</summary>
    public static Gazetteer Embedded() => new(PlaceFacts.Read());

    public IReadOnlyList<Municipality> Municipalities => _table.All;

    /// <summary>The municipality of an id; null when there is none, or the id is of something else.</summary>
    public Municipality? Find(string? id) => id is null ? null : _table.Find(id);

    /// <summary>Whether an id names a place: a country, a department, a province or a municipality that exists, or is a community's in form.</summary>
    public bool Knows(PlaceId id) => id.Level switch
    {
        PlaceLevel.Country or PlaceLevel.Community => true,
        PlaceLevel.Municipality => _table.Find(id.Value) is not null,
        _ => _areas.ContainsKey(id.Value),
    };

    /// <summary>The municipalities next to one, nearest first; empty for an unknown id.</summary>
    public IReadOnlyList<Municipality> Neighbours(string municipality) =>
        _table.Find(municipality) is { } found ? _seats.NeighboursOf(found) : [];

    /// <summary>Where a pin lies.</summary>
    public Located Locate(GeoPoint point) => _seats.Locate(point);

    public PlaceReading Read(string text, string? country)
    {
        var verdict = _sentences.Read(text, country);
        return verdict.Kind switch
        {
            VerdictKind.Resolved => Resolved(verdict.Municipalities[0]),
            VerdictKind.Ask => new PlaceReading(PlaceReadingKind.Ask, null, [.. verdict.Municipalities.Select(ToChoose)]),
            VerdictKind.Outside => new PlaceReading(PlaceReadingKind.Outside, null, []),
            _ => PlaceReading.Nothing,
        };
    }

    public PlaceReading Read(Pin pin) => Locate(GeoPoint.Of(pin)).Municipality is { } municipality
        ? Resolved(municipality)
        : new PlaceReading(PlaceReadingKind.Outside, null, []);

    /// <remarks>Resolved: the department is where a municipality stands otherwise.</remarks>
    public PlaceReading ReadDepartment(string text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new PlaceReading(PlaceReadingKind.Ask, null, [.. _departments.Where(d => country is null || d.Id.StartsWith(country, StringComparison.Ordinal)).Select(Label)]);
        }
        var departments = _sentences.ReadDepartments(text, country);
        return departments switch
        {
            [] => PlaceReading.Nothing,
            [var one] => new PlaceReading(PlaceReadingKind.Resolved, Label(_areas[one]), [Label(_areas[one])]),
            _ => new PlaceReading(PlaceReadingKind.Ask, null, [.. departments.Take(PlaceJudge.MostCandidates).Select(d => Label(_areas[d]))]),
        };
    }

    public string Label(string id) =>
        _table.Find(id) is { } municipality ? (_sharedNames.Contains(municipality.Name) ? ToChoose(municipality).Label : municipality.Name)
        : _areas.TryGetValue(id, out var area) ? area.Name
        : id;

    private PlaceReading Resolved(Municipality municipality)
    {
        var candidate = new PlaceCandidate(municipality.Id, Label(municipality.Id));
        return new PlaceReading(PlaceReadingKind.Resolved, candidate, [candidate]);
    }

    private static PlaceCandidate Label(Area area) => new(area.Id, area.Name);

    private PlaceCandidate ToChoose(Municipality municipality)
    {
        var department = _areas[municipality.Department].Name;
        return new PlaceCandidate(municipality.Id, department == municipality.Name ? municipality.Name : $"{municipality.Name}, {department}");
    }
}
