using NetTopologySuite.Geometries;

namespace OutreachBot.Places.Boundaries;

/// <summary>One municipality's area, in degrees WGS84 (longitude, latitude).</summary>
internal sealed record Border(string Municipality, Geometry Area);
