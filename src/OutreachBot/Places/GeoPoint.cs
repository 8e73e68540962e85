using OutreachBot.Flows.Running;

namespace OutreachBot.Places;

/// <summary>A point of a public place, degrees WGS84. Where a person is, is a <see cref="Pin"/>.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double MeanRadius = 6_371_008.8;

    public static GeoPoint Of(Pin pin) => new(pin.Latitude, pin.Longitude);

    /// <summary>Distance on the sphere.</summary>
    /// <returns>Metres; at most 0.5 % off the ellipsoid, enough for bands of kilometres.</returns>
    /// <remarks>Haversine, mean radius 6 371 008.8 m (IUGG 1980).</remarks>
    public double MetresTo(GeoPoint other)
    {
        var latitude = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var longitude = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var a = (Math.Sin(latitude) * Math.Sin(latitude))
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude))
                * Math.Sin(longitude) * Math.Sin(longitude));
        return 2 * MeanRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>It may be where somebody stands: it prints as nothing.</summary>
    public override string ToString() => "[point]";
}
