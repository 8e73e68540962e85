using System.Collections.Concurrent;
using System.Collections.Frozen;
using OutreachBot.Places.Boundaries;
using OutreachBot.Places.Imports;
using OutreachBot.Places.Reading;

namespace OutreachBot.Places;

/// <summary>What has been imported, made ready for questions; immutable but for what it remembers of its own answers.</summary>
internal sealed class ImportedKnowledge
{
    public static readonly ImportedKnowledge None = new(FrozenDictionary<string, string>.Empty, null, null, null, 0);

    private readonly FrozenDictionary<string, string> _municipalities;
    private readonly FrozenSet<string> _countries;

    private ImportedKnowledge(
        FrozenDictionary<string, string> municipalities, VillageReader? villages, CommunityReader? communities, BoundaryMap? map, long stamp)
    {
        _municipalities = municipalities;
        _countries = municipalities.Keys.Select(id => id[..2]).ToFrozenSet(StringComparer.Ordinal);
        Villages = villages;
        Communities = communities;
        Map = map;
        Stamp = stamp;
    }

    /// <summary>See <see cref="IImportedPlaces.Stamp"/>.</summary>
    public long Stamp { get; }

    /// <summary>Null without villages.</summary>
    public VillageReader? Villages { get; }

    /// <summary>Null without villages.</summary>
    public CommunityReader? Communities { get; }

    /// <summary>Null without boundaries.</summary>
    public BoundaryMap? Map { get; }

    /// <summary>Who borders whom, worked out when first asked for.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<Municipality>> Neighbours { get; } = new(StringComparer.Ordinal);

    public string? MunicipalityOf(string community) => _municipalities.GetValueOrDefault(community);

    public bool MayHave(PlaceId community) => !_countries.Contains(community.Country) || _municipalities.ContainsKey(community.Value);

    public static ImportedKnowledge Of(ImportedPlaces places, long stamp, PlaceFacts facts, MunicipalityTable table) => new(
        places.Villages.ToFrozenDictionary(v => v.Id, v => v.Municipality, StringComparer.Ordinal),
        places.Villages.Count == 0 ? null : new VillageReader(places.Villages, facts, table),
        places.Villages.Count == 0 ? null : new CommunityReader(places.Villages, table),
        places.Borders.Count == 0 ? null : new BoundaryMap(places.Borders),
        stamp);
}
