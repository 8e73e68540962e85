namespace OutreachBot.Flows.Running;

public enum PlaceReadingKind
{
    /// <summary>One municipality.</summary>
    Resolved,

    /// <summary>One of a few: ask.</summary>
    Ask,

    /// <summary>No place that is known.</summary>
    None,

    /// <summary>A place in another country.</summary>
    Outside,
}

/// <summary>A place that can be said and chosen.</summary>
/// <param name="Id">Municipality or department, e.g. <c>BO-020101</c>, <c>GT-14</c>.</param>
/// <param name="Label">Short, for a menu: the municipality, and the department where that is needed to tell it apart.</param>
public sealed record PlaceCandidate(string Id, string Label);

/// <param name="Municipality">Set when resolved.</param>
/// <param name="Candidates">Best first, at most 4.</param>
public sealed record PlaceReading(PlaceReadingKind Kind, PlaceCandidate? Municipality, IReadOnlyList<PlaceCandidate> Candidates)
{
    public static readonly PlaceReading Nothing = new(PlaceReadingKind.None, null, []);
}

/// <summary>Reads places; a pure function over data that doesn't change within a turn.</summary>
public interface IPlaceReader
{
    /// <param name="country">BO, GT or null; a prior, not a fence.</param>
    PlaceReading Read(string text, string? country);

    PlaceReading Read(Pin pin);

    /// <summary>Reads a department from words that name one and nothing nearer; without words, all of the country's to choose from.</summary>
    PlaceReading ReadDepartment(string text, string? country);

    /// <summary>How an id is said; the id itself when unknown.</summary>
    string Label(string id);
}
