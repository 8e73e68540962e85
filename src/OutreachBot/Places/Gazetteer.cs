using OutreachBot.Flows.Running;
using OutreachBot.Places.Imports;
using OutreachBot.Places.Reading;

namespace OutreachBot.Places;

/// <summary>All that is known of places, in memory: finds them in sentences and under pins.</summary>
/// <remarks>What is embedded is built once; what is imported is read anew when it has changed. Used by any number of threads.</remarks>
public sealed class Gazetteer : IPlaceReader
{
    private readonly MunicipalityTable _table;
    private readonly Dictionary<string, Area> _areas;
    private readonly IReadOnlyList<Area> _departments;
    private readonly SentenceReader _sentences;
    private readonly SeatMap _seats;
    private readonly HashSet<string> _sharedNames;
    private readonly PlaceFacts _facts;
    private readonly IImportedPlaces? _imported;
    private readonly Lock _reading = new();
    private volatile ImportedKnowledge _known = ImportedKnowledge.None;

    private Gazetteer(PlaceFacts facts, IImportedPlaces? imported)
    {
        _facts = facts;
        _imported = imported;
        _table = new MunicipalityTable(facts.Municipalities);
        _departments = facts.Departments;
        _areas = facts.Departments.Concat(facts.Provinces).ToDictionary(a => a.Id, StringComparer.Ordinal);
        _sentences = new SentenceReader(facts, _table);
        _seats = new SeatMap(facts.Municipalities, facts.Abroad);
        _sharedNames = facts.Municipalities.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The gazetteer of what is embedded: the municipalities of both countries.</summary>
    public static Gazetteer Embedded() => new(PlaceFacts.Read(), null);

    /// <summary>With what has been imported, as of each question.</summary>
    internal static Gazetteer With(IImportedPlaces imported) => new(PlaceFacts.Read(), imported);

    public IReadOnlyList<Municipality> Municipalities => _table.All;

    /// <summary>The departments of both countries.</summary>
    internal IReadOnlyList<Area> Departments => _departments;

    /// <summary>The municipality of an id; null when there is none, or the id is of something else.</summary>
    public Municipality? Find(string? id) => id is null ? null : _table.Find(id);

    /// <summary>Whether boundaries have been imported: pins are then as good as they are.</summary>
    public bool HasBoundaries => Known().Map is not null;

    /// <summary>The municipality a community lies in; null when it isn't known.</summary>
    /// <remarks>Routing asks it of every area of everybody: what is no community's id is answered without a look at what is imported.</remarks>
    public Municipality? MunicipalityOf(string community) =>
        PlaceId.TryParse(community, out var id) && id.Level == PlaceLevel.Community ? Find(Known().MunicipalityOf(community)) : null;

    /// <summary>The community of a municipality that words name, or that lies nearest to a pin's two numbers; null when none does for certain.</summary>
    public string? CommunityIn(string municipality, string? said) =>
        string.IsNullOrWhiteSpace(said) ? null : Known().Communities?.Find(municipality, said);

    /// <summary>Whether an id names a place that exists. Of a community only the form can be told until communities of its country have been imported.</summary>
    public bool Knows(PlaceId id) => id.Level switch
    {
        PlaceLevel.Country => true,
        PlaceLevel.Community => Known().MayHave(id),
        PlaceLevel.Municipality => _table.Find(id.Value) is not null,
        _ => _areas.ContainsKey(id.Value),
    };

    /// <summary>The municipalities next to one, nearest first; empty for an unknown id.</summary>
    public IReadOnlyList<Municipality> Neighbours(string municipality) =>
        _table.Find(municipality) is not { } found ? []
        : Known() is { Map: not null } known ? known.Neighbours.GetOrAdd(municipality, static (_, of) => of.Gazetteer.Bordering(of.Known, of.Found), (Gazetteer: this, Known: known, Found: found))
        : _seats.NeighboursOf(found);

    /// <summary>Where a pin lies.</summary>
    public Located Locate(GeoPoint point) => Known().Map is { } map ? new PinJudge(map, _seats, _table).Locate(point) : _seats.Locate(point);

    public PlaceReading Read(string text, string? country)
    {
        var verdict = _sentences.Read(text, country, Known().Villages);
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

    // A border that no boundary was imported for has neighbours by distance.
    private IReadOnlyList<Municipality> Bordering(ImportedKnowledge known, Municipality municipality) =>
        known.Map!.NeighboursOf(municipality.Id).Select(Find).OfType<Municipality>().OrderBy(m => m.Seat.MetresTo(municipality.Seat)).ToList()
            is { Count: > 0 } bordering ? bordering : _seats.NeighboursOf(municipality);

    private ImportedKnowledge Known()
    {
        if (_imported is null || _imported.Stamp is var stamp && _known.Stamp == stamp)
        {
            return _known;
        }
        lock (_reading)
        {
            if (_known.Stamp != stamp)
            {
                _known = ImportedKnowledge.Of(_imported.Read(), stamp, _facts, _table);
            }
            return _known;
        }
    }

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
