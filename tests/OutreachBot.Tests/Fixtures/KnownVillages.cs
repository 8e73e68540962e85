using OutreachBot.Places;
using OutreachBot.Places.Imports;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Villages as if they had been imported.</summary>
internal sealed class KnownVillages(params Village[] villages) : IImportedPlaces
{
    /// <summary>Three in Tarabuco and its neighbour, one in Guatemala; no such villages exist.</summary>
    public static Village[] Few =>
    [
        Of("BO-C1A", "Pampa Lunada", "BO-010601", new GeoPoint(-19.20, -64.90)),
        Of("BO-C2A", "Qhochi Rumi", "BO-010601", new GeoPoint(-19.10, -64.95)),
        Of("BO-C3A", "Luna Rumi", "BO-010602", null),
        Of("GT-C1A", "Xepalunah", "GT-1406", null),
    ];

    public long Stamp => 1;

    public static Village Of(string id, string name, string municipality, GeoPoint? at) => new(id, name, [], municipality, at, Population: null);

    public ImportedPlaces Read() => new(villages, []);

    public bool Has(string hash) => false;

    public void Add(PlaceFile file, string hash) => throw new NotSupportedException();
}
