using NetTopologySuite.Geometries;

namespace OutreachBot.Places.Boundaries;

/// <summary>A plane in metres that touches the earth at a point: right to a thousandth within some tens of kilometres.</summary>
internal readonly struct EarthGrid(GeoPoint origin)
{
    /// <summary>Of latitude; mean radius 6 371 008.8 m (IUGG 1980).</summary>
    public const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly double _east = MetresPerDegree * Math.Cos(double.DegreesToRadians(origin.Latitude));

    /// <summary>From the origin to the nearest point of a line.</summary>
    public double SquaredMetresTo(CoordinateSequence line)
    {
        var nearest = double.MaxValue;
        var (fromX, fromY) = At(line, 0);
        for (var i = 1; i < line.Count; i++)
        {
            var (toX, toY) = At(line, i);
            nearest = Math.Min(nearest, ToSegment(fromX, fromY, toX, toY));
            (fromX, fromY) = (toX, toY);
        }
        return nearest;
    }

    private (double X, double Y) At(CoordinateSequence line, int i) =>
        ((line.GetX(i) - origin.Longitude) * _east, (line.GetY(i) - origin.Latitude) * MetresPerDegree);

    private static double ToSegment(double fromX, double fromY, double toX, double toY)
    {
        var (alongX, alongY) = (toX - fromX, toY - fromY);
        var squared = (alongX * alongX) + (alongY * alongY);
        var share = squared > 0 ? Math.Clamp(-((fromX * alongX) + (fromY * alongY)) / squared, 0, 1) : 0;
        var (x, y) = (fromX + (share * alongX), fromY + (share * alongY));
        return (x * x) + (y * y);
    }
}
