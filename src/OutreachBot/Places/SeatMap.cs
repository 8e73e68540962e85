using System.Collections.Concurrent;

namespace OutreachBot.Places;

/// <summary>Where a pin lies, as far as seats tell.</summary>
/// <param name="Municipality">Null abroad, or far from everything known.</param>
/// <param name="BoundaryMetres">How far it is to where the answer would be another one; 0 without a municipality.</param>
public sealed record Located(Municipality? Municipality, double BoundaryMetres);

/// <summary>Municipal seats and the towns beyond the borders, as points on a sphere.</summary>
/// <remarks>
/// The nearest seat is the right municipality for little more than half of the country's area; it is what can be said
/// until boundaries have been imported. Towns beyond the border answer for their side of it.
/// </remarks>
internal sealed class SeatMap
{
    /// <summary>Farther from any town than this, a pin is at sea or was never set. The emptiest part of Bolivia stays below.</summary>
    private const double FarthestMetres = 170_000;

    private const double NeighbourMetres = 90_000;
    private const int MostNeighbours = 6;
    private const double EarthMetres = 6_371_008.8;

    private readonly (double X, double Y, double Z, Municipality? Municipality)[] _towns;

    // Each tip is routed by them, and seats don't move.
    private readonly ConcurrentDictionary<string, IReadOnlyList<Municipality>> _neighbours = new(StringComparer.Ordinal);

    public SeatMap(IEnumerable<Municipality> municipalities, IEnumerable<PlaceAbroad> abroad) => _towns =
    [
        .. municipalities.Select(m => OnSphere(m.Seat, m)),
        .. abroad.Where(a => a.Town is not null).Select(a => OnSphere(a.Town!.Value, null)),
    ];

    public Located Locate(GeoPoint point)
    {
        if (!(Math.Abs(point.Latitude) <= 90 && Math.Abs(point.Longitude) <= 180))
        {
            return new Located(null, 0);
        }
        var here = OnSphere(point, null);
        var nearest = 0;
        var distance = double.MaxValue;
        for (var i = 0; i < _towns.Length; i++)
        {
            if (SquaredChord(here, _towns[i]) is var other && other < distance)
            {
                (nearest, distance) = (i, other);
            }
        }
        return _towns[nearest].Municipality is { } municipality && Math.Sqrt(distance) <= FarthestMetres
            ? new Located(municipality, ToBoundary(here, nearest, distance))
            : new Located(null, 0);
    }

    /// <summary>The municipalities next to one, nearest first.</summary>
    public IReadOnlyList<Municipality> NeighboursOf(Municipality municipality) =>
        _neighbours.GetOrAdd(municipality.Id, static (_, of) => of.Map.Nearest(of.Municipality), (Map: this, Municipality: municipality));

    private IReadOnlyList<Municipality> Nearest(Municipality municipality)
    {
        var here = OnSphere(municipality.Seat, null);
        return
        [
            .. _towns
                .Where(t => t.Municipality is { } other && other != municipality && other.Country == municipality.Country)
                .Select(t => (t.Municipality, Distance: SquaredChord(here, t)))
                .Where(t => t.Distance <= NeighbourMetres * NeighbourMetres)
                .OrderBy(t => t.Distance)
                .Take(MostNeighbours)
                .Select(t => t.Municipality!),
        ];
    }

    // Half way between two towns: the distance of a point to that line.
    private double ToBoundary((double X, double Y, double Z, Municipality?) here, int nearest, double distance)
    {
        var least = double.MaxValue;
        for (var i = 0; i < _towns.Length; i++)
        {
            if (i != nearest)
            {
                var between = Math.Sqrt(SquaredChord(_towns[nearest], _towns[i]));
                least = between > 0 ? Math.Min(least, (SquaredChord(here, _towns[i]) - distance) / (2 * between)) : least;
            }
        }
        return least;
    }

    private static double SquaredChord((double X, double Y, double Z, Municipality?) a, (double X, double Y, double Z, Municipality?) b) =>
        ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)) + ((a.Z - b.Z) * (a.Z - b.Z));

    private static (double X, double Y, double Z, Municipality? Municipality) OnSphere(GeoPoint point, Municipality? municipality)
    {
        var latitude = double.DegreesToRadians(point.Latitude);
        var longitude = double.DegreesToRadians(point.Longitude);
        return (
            EarthMetres * Math.Cos(latitude) * Math.Cos(longitude),
            EarthMetres * Math.Cos(latitude) * Math.Sin(longitude),
            EarthMetres * Math.Sin(latitude),
            municipality);
    }
}
