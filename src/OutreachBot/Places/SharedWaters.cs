using NetTopologySuite.Geometries;

namespace OutreachBot.Places;

/// <summary>The Bolivian waters of lakes that two countries share, roughly: open on one side, they can't be told from abroad by shores alone.</summary>
internal static class SharedWaters
{
    // Longitude, latitude; drawn by hand along the lake's border, right to a few kilometres.
    private static readonly Geometry[] Waters =
    [
        // Titicaca, the large lake and the small one.
        Area((-69.30, -15.50), (-69.36, -15.95), (-69.24, -16.12), (-69.09, -16.19), (-68.98, -16.10), (-68.60, -16.00), (-68.80, -15.60)),
        Area((-69.03, -16.22), (-69.02, -16.40), (-69.01, -16.55), (-68.70, -16.60), (-68.50, -16.30), (-68.70, -16.10), (-68.98, -16.10)),
        // Salt flat of Coipasa.
        Area((-68.45, -19.55), (-68.45, -19.25), (-68.00, -19.20), (-67.90, -19.60)),
    ];

    public static bool Hold(GeoPoint point)
    {
        var at = new Point(point.Longitude, point.Latitude);
        return Array.Exists(Waters, w => w.Covers(at));
    }

    private static Polygon Area(params (double Longitude, double Latitude)[] corners) =>
        new(new LinearRing([.. corners.Append(corners[0]).Select(c => new Coordinate(c.Longitude, c.Latitude))]));
}
