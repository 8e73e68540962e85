using OutreachBot.Places.Boundaries;

namespace OutreachBot.Places;

/// <summary>Says in which municipality a pin lies, with boundaries at hand.</summary>
internal sealed class PinJudge(BoundaryMap map, SeatMap seats, MunicipalityTable table)
{
    /// <summary>Nearer to a border than this, a phone's position may lie on the wrong side of it.</summary>
    private const double Imprecision = 100;

    public Located Locate(GeoPoint point)
    {
        if (!(Math.Abs(point.Latitude) <= 90 && Math.Abs(point.Longitude) <= 180))
        {
            return new Located(null, 0);
        }
        if (map.Holding(point) is { } holding)
        {
            return new Located(table.Find(holding.Municipality), holding.Metres);
        }
        // Lakes and salt flats belong to no municipality: the nearest shore has whoever is out there.
        return map.Nearest(point) is { } nearest && (nearest.Metres <= Imprecision || map.IsShutIn(point) || SharedWaters.Hold(point))
            ? new Located(table.Find(nearest.Municipality), nearest.Metres)
            : WithoutBoundary(point);
    }

    // Not all municipalities need have a boundary: what only the seats know is still better than nothing, where no other area is near.
    private Located WithoutBoundary(GeoPoint point) =>
        seats.Locate(point) is { Municipality: { } municipality } located && !map.Knows(municipality.Id) ? located : new Located(null, 0);
}
