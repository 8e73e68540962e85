using System.Globalization;

namespace OutreachBot.Places.Imports;

/// <summary>Reads one village's cells, and says which of them can't be.</summary>
internal sealed class VillageCheck(Gazetteer gazetteer)
{
    private const int LongestName = 100;

    /// <summary>No village lies so far from its municipality's seat: the largest are some 400 km across, and rolls put a few beyond.</summary>
    private const double FarthestMetres = 700_000;

    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    /// <returns>Null when a fault has been added.</returns>
    public Village? Read(
        string where, string id, string name, IReadOnlyList<string> alsoCalled, string municipality,
        (string Latitude, string Longitude) at, string population, List<PlaceFault> faults)
    {
        var before = faults.Count;
        void Fault(string column, string problem, string mend) => faults.Add(new PlaceFault(where, column, problem, mend));

        if (!PlaceId.TryParse(id, out var place) || place.Level != PlaceLevel.Community)
        {
            Fault("id", "it is no community's id", "It is BO- or GT-, a letter, and letters and digits: BO-C04227791643D.");
        }
        else if (!_seen.TryAdd(id, where))
        {
            Fault("id", $"{_seen[id]} has the same", "Keep one of them.");
        }
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || alsoCalled.Any(n => n.Length > LongestName || n.Any(char.IsControl)))
        {
            Fault("name", name.Length == 0 ? "it is empty" : "it is too long or holds control characters", $"Write a name of 1 to {LongestName} characters.");
        }
        var found = gazetteer.Find(municipality);
        if (found is null)
        {
            Fault("municipality_id", "there is no such municipality", "Write its id: BO- and six digits, or GT- and four.");
        }
        else if (id.Length > 2 && found.Country != id[..2])
        {
            Fault("municipality_id", "it lies in the other country", "The id and its municipality begin alike.");
        }
        var point = ReadPoint(at, found, Fault);
        var persons = 0;
        if (population.Length > 0 && !(int.TryParse(population, NumberStyles.None, CultureInfo.InvariantCulture, out persons) && persons < 20_000_000))
        {
            Fault("population", "it is no number of people", "Write a whole number, or leave it empty.");
        }
        return faults.Count == before ? new Village(id, name, alsoCalled, found!.Id, point, population.Length == 0 ? null : persons) : null;
    }

    private static GeoPoint? ReadPoint((string Latitude, string Longitude) at, Municipality? municipality, Action<string, string, string> fault)
    {
        if (at is ("", ""))
        {
            return null;
        }
        if (!Degrees(at.Latitude, 90, out var latitude) | !Degrees(at.Longitude, 180, out var longitude))
        {
            fault("lat", "lat and lon are no position", "Write decimal degrees with a point, both or none: -19.03,-65.26.");
            return null;
        }
        var point = new GeoPoint(latitude, longitude);
        if (municipality is not null && point.MetresTo(municipality.Seat) > FarthestMetres)
        {
            fault("lat", "it is more than 700 km from its municipality's seat", "Perhaps lat and lon are the wrong way round, or the municipality is another.");
        }
        return point;
    }

    private static bool Degrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= most;
}
