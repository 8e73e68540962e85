using System.Text.Json;
using OutreachBot.Places;
using OutreachBot.Places.Imports;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Places;

/// <summary>Pins against the file of boundaries itself, read here once more and asked by the plain crossing of a ray.</summary>
public sealed class PinLawTests(ITestOutputHelper output) : IDisposable
{
    private const int Pins = 4_000;
    private const double LeastRight = 0.99;
    private const double NearBorderMetres = 100;

    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_pin_beyond_a_hundred_metres_of_a_border_is_put_into_the_municipality_that_holds_it()
    {
        var file = File.ReadAllBytes(SharedData.PathOf("data/places/municipalities.geojson"));
        var places = new SqliteImportedPlaces(_store.Directory, TimeProvider.System);
        var gazetteer = Gazetteer.With(places);
        Assert.Empty(new PlaceImport(gazetteer, places).Import(file, _ => { }).File.Faults);
        var areas = Areas(file);
        var random = new Random(20_261_125);

        var (right, asked) = (0, 0);
        while (asked < Pins)
        {
            var area = areas[random.Next(areas.Count)];
            var longitude = area.West + (random.NextDouble() * (area.East - area.West));
            var latitude = area.South + (random.NextDouble() * (area.North - area.South));
            if (!area.Holds(longitude, latitude) || gazetteer.Locate(new GeoPoint(latitude, longitude)) is not { BoundaryMetres: > NearBorderMetres } located)
            {
                continue;
            }
            asked++;
            right += located.Municipality?.Id == area.Id ? 1 : 0;
        }

        output.WriteLine($"{right} of {asked} pins right");
        Assert.True(right >= LeastRight * asked, $"{right} of {asked}");
    }

    private static List<Area> Areas(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(Area.Read)];
    }

    private sealed record Area(string Id, List<List<(double X, double Y)>> Rings)
    {
        public double West => Rings[0].Min(p => p.X);

        public double East => Rings[0].Max(p => p.X);

        public double South => Rings[0].Min(p => p.Y);

        public double North => Rings[0].Max(p => p.Y);

        public static Area Read(JsonElement feature)
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var rings = geometry.GetProperty("type").GetString() == "Polygon"
                ? coordinates.EnumerateArray()
                : coordinates.EnumerateArray().SelectMany(p => p.EnumerateArray());
            return new Area(
                feature.GetProperty("properties").GetProperty("id").GetString()!,
                [.. rings.Select(r => r.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble())).ToList())]);
        }

        // A ray to the east crosses the rings an odd number of times: holes take themselves away.
        public bool Holds(double x, double y)
        {
            var inside = false;
            foreach (var ring in Rings)
            {
                for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
                {
                    var (a, b) = (ring[i], ring[j]);
                    if ((a.Y > y) != (b.Y > y) && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
                    {
                        inside = !inside;
                    }
                }
            }
            return inside;
        }
    }
}
