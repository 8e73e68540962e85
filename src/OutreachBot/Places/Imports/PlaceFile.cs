using OutreachBot.Places.Boundaries;

namespace OutreachBot.Places.Imports;

public enum PlaceFileKind
{
    Localities,
    GeoNames,
    Boundaries,
}

/// <summary>What a file of places holds, read and checked as a whole.</summary>
/// <param name="PassedOver">Lines that are well-formed and aren't ours: another level, another country.</param>
/// <param name="Faults">With any of them nothing is taken in.</param>
internal sealed record PlaceFile(
    PlaceFileKind Kind, IReadOnlyList<Village> Villages, IReadOnlyList<Border> Borders, int PassedOver, IReadOnlyList<PlaceFault> Faults)
{
    /// <summary>More are counted, not told: they have one cause.</summary>
    public const int MostFaultsTold = 50;

    public static PlaceFile Faulty(PlaceFileKind kind, params IReadOnlyList<PlaceFault> faults) => new(kind, [], [], 0, faults);
}
