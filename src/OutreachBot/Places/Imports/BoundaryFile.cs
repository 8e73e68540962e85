using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO.Converters;
using OutreachBot.Places.Boundaries;

namespace OutreachBot.Places.Imports;

/// <summary>Boundaries of municipalities as GeoJSON (RFC 7946): features whose property <c>id</c> is a municipality's.</summary>
internal sealed class BoundaryFile(Gazetteer gazetteer)
{
    /// <summary>A seat may lie a little outside of its simplified area; farther, the area is another's or its axes are swapped.</summary>
    private const double FarthestSeatDegrees = 0.5;

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public PlaceFile Read(ReadOnlyMemory<byte> bytes, Action<long> progress)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                return Faulty("line 1", "it is no collection of features", "A GeoJSON file begins with {\"type\":\"FeatureCollection\",\"features\":[.");
            }
            return Read(features, bytes.Length, progress);
        }
        catch (JsonException broken)
        {
            return Faulty($"line {(broken.LineNumber ?? 0) + 1}", "it is no JSON", $"Look at character {(broken.BytePositionInLine ?? 0) + 1} of the line.");
        }
    }

    private static PlaceFile Faulty(string where, string problem, string mend) =>
        PlaceFile.Faulty(PlaceFileKind.Boundaries, new PlaceFault(where, null, problem, mend));

    private PlaceFile Read(JsonElement features, long length, Action<long> progress)
    {
        var borders = new List<Border>();
        var faults = new List<PlaceFault>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (number, all) = (0, features.GetArrayLength());
        foreach (var feature in features.EnumerateArray())
        {
            var where = $"feature {++number}";
            if (ReadBorder(feature, where, faults) is { } border)
            {
                if (seen.TryAdd(border.Municipality, number))
                {
                    borders.Add(border);
                }
                else
                {
                    faults.Add(new PlaceFault(where, "id", $"feature {seen[border.Municipality]} has the same", "Join their areas in one feature."));
                }
            }
            progress(length * number / all);
        }
        if (faults.Count == 0 && borders.Count == 0)
        {
            faults.Add(new PlaceFault("feature 1", null, "there is none", "Write one feature for each municipality."));
        }
        return new PlaceFile(PlaceFileKind.Boundaries, [], borders, 0, faults);
    }

    private Border? ReadBorder(JsonElement feature, string where, List<PlaceFault> faults)
    {
        if (feature.ValueKind != JsonValueKind.Object
            || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object
            || !properties.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String
            || gazetteer.Find(id.GetString()) is not { } municipality)
        {
            faults.Add(new PlaceFault(where, "id", "there is no such municipality", "Its properties need \"id\": BO- and six digits, or GT- and four."));
            return null;
        }
        if (ReadArea(feature) is not { IsEmpty: false } area)
        {
            faults.Add(new PlaceFault(where, "geometry", "it is no area", "It is to be a Polygon or a MultiPolygon of longitudes and latitudes."));
            return null;
        }
        if (!area.IsWithinDistance(new Point(municipality.Seat.Longitude, municipality.Seat.Latitude), FarthestSeatDegrees))
        {
            faults.Add(new PlaceFault(where, "geometry", $"it is far from the seat of {municipality.Id}", "GeoJSON writes longitude before latitude; or the id is another's."));
            return null;
        }
        return new Border(municipality.Id, area);
    }

    // Borders that cross themselves are common in simplified maps: mended, for no area of them is in doubt.
    private static Geometry? ReadArea(JsonElement feature)
    {
        try
        {
            return feature.TryGetProperty("geometry", out var geometry) && geometry.Deserialize<Geometry>(GeoJson) is Geometry and (Polygon or MultiPolygon) and var area
                ? area.IsValid ? area : GeometryFixer.Fix(area)
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
