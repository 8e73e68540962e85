namespace OutreachBot.Places.Imports;

/// <summary>A village, a community, a quarter: known by name once it has been imported.</summary>
/// <param name="Id">A community's id, see <see cref="PlaceId"/>.</param>
/// <param name="AlsoCalled">Other names; may be empty.</param>
/// <param name="Municipality">The id of the municipality it lies in.</param>
/// <param name="Population">Persons; null where unknown.</param>
public sealed record Village(string Id, string Name, IReadOnlyList<string> AlsoCalled, string Municipality, GeoPoint? At, int? Population);
