namespace OutreachBot.Places.Imports;

/// <summary>Everything that has been imported.</summary>
internal sealed record ImportedPlaces(IReadOnlyList<Village> Villages, IReadOnlyList<Boundaries.Border> Borders)
{
    public static readonly ImportedPlaces None = new([], []);
}

/// <summary>Where imported places are kept: apart from what people write, for they are public and outlive it.</summary>
internal interface IImportedPlaces
{
    /// <summary>Changes with every import; cheap enough to ask at each message.</summary>
    long Stamp { get; }

    ImportedPlaces Read();

    /// <summary>Whether this very file has been taken in.</summary>
    /// <param name="hash">SHA-256 of its bytes, hex.</param>
    bool Has(string hash);

    /// <summary>Takes a file in, all of it or nothing. What has the same id is replaced.</summary>
    void Add(PlaceFile file, string hash);
}
