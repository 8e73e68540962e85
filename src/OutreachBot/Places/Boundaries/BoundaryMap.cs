using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace OutreachBot.Places.Boundaries;

/// <summary>The imported areas of municipalities: says in which one a point lies, how far its border is, and who is next to whom.</summary>
/// <remarks>Immutable; used by any number of threads. Areas are planar in degrees, distances are metres on the spot.</remarks>
internal sealed class BoundaryMap
{
    /// <summary>Half a degree of latitude, 55 km: no lake of ours has a shore farther off.</summary>
    private const double FarthestDegrees = 0.5;

    /// <summary>Simplified borders of neighbours don't lie on each other exactly.</summary>
    private const double TouchingDegrees = 0.002;

    private readonly STRtree<Place> _areas = new();
    private readonly Dictionary<string, Place> _byId = new(StringComparer.Ordinal);

    public BoundaryMap(IEnumerable<Border> borders)
    {
        foreach (var border in borders)
        {
            var place = new Place(border.Municipality, border.Area, PreparedGeometryFactory.Prepare(border.Area));
            _byId.Add(border.Municipality, place);
            _areas.Insert(border.Area.EnvelopeInternal, place);
        }
        _areas.Build();
    }

    public bool Knows(string municipality) => _byId.ContainsKey(municipality);

    /// <summary>The area that holds the point, and the metres to the nearest border; null where no area holds it.</summary>
    public Hit? Holding(GeoPoint point)
    {
        var at = new Coordinate(point.Longitude, point.Latitude);
        var spot = new Point(at);
        foreach (var place in _areas.Query(new Envelope(at)))
        {
            if (place.Prepared.Covers(spot))
            {
                return new Hit(place.Id, MetresToEdge(place.Area, point));
            }
        }
        return null;
    }

    /// <summary>The nearest area to a point that none holds, within some 55 km.</summary>
    public Hit? Nearest(GeoPoint point)
    {
        var around = new Envelope(new Coordinate(point.Longitude, point.Latitude));
        around.ExpandBy(FarthestDegrees);
        Hit? nearest = null;
        foreach (var place in _areas.Query(around))
        {
            var metres = MetresToEdge(place.Area, point);
            nearest = nearest is { } known && known.Metres <= metres ? known : new Hit(place.Id, metres);
        }
        return nearest;
    }

    /// <summary>Whether a point that no area holds is shut in by them: a lake or a salt flat of ours, or a sliver between two areas.</summary>
    /// <remarks>Seen from it, an area of ours lies within reach in each of eight directions.</remarks>
    public bool IsShutIn(GeoPoint point)
    {
        const double Reach = 1.5;
        for (var eighth = 0; eighth < 8; eighth++)
        {
            var angle = eighth * Math.PI / 4;
            var ray = new LineString(
            [
                new Coordinate(point.Longitude, point.Latitude),
                new Coordinate(point.Longitude + (Reach * Math.Cos(angle)), point.Latitude + (Reach * Math.Sin(angle))),
            ]);
            if (!_areas.Query(ray.EnvelopeInternal).Any(p => p.Prepared.Intersects(ray)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Ids of the municipalities that share a border with one.</summary>
    public IReadOnlyList<string> NeighboursOf(string municipality)
    {
        if (!_byId.TryGetValue(municipality, out var place))
        {
            return [];
        }
        var around = place.Area.EnvelopeInternal.Copy();
        around.ExpandBy(TouchingDegrees);
        return
        [
            .. _areas.Query(around)
                .Where(other => other.Id != municipality && other.Area.IsWithinDistance(place.Area, TouchingDegrees))
                .Select(other => other.Id)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static double MetresToEdge(Geometry area, GeoPoint point)
    {
        var grid = new EarthGrid(point);
        var nearest = double.MaxValue;
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is Polygon polygon)
            {
                nearest = Math.Min(nearest, grid.SquaredMetresTo(polygon.ExteriorRing.CoordinateSequence));
                foreach (var hole in polygon.InteriorRings)
                {
                    nearest = Math.Min(nearest, grid.SquaredMetresTo(hole.CoordinateSequence));
                }
            }
        }
        return Math.Sqrt(nearest);
    }

    /// <param name="Metres">To the nearest border of the municipality.</param>
    internal readonly record struct Hit(string Municipality, double Metres);

    private sealed record Place(string Id, Geometry Area, IPreparedGeometry Prepared);
}
