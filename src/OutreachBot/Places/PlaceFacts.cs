namespace OutreachBot.Places;

/// <summary>What is embedded of places: small tables made by <c>tools/</c> or kept by hand; docs/places.md has the sources.</summary>
internal sealed class PlaceFacts
{
    private static readonly char[] Comment = ['#'];

    private readonly ILookup<string, string[]> _namesakes;

    private PlaceFacts()
    {
        Municipalities = [.. Rows("municipalities.tsv").Select(ReadMunicipality)];
        var areas = Rows("areas.tsv").Select(r => new Area(r[0], r[1])).ToList();
        Departments = [.. areas.Where(a => a.Id.Length == 5)];
        Provinces = [.. areas.Where(a => a.Id.Length == 7)];
        OtherNames = [.. Rows("names.tsv").Select(r => new OtherNames(r[0], ReadKind(r[1]), r[2].Split(';')))];
        Abroad = [.. Rows("abroad.tsv").Select(ReadAbroad)];
        _namesakes = Rows("namesakes.tsv").ToLookup(r => r[0], r => r[1].Split(';'), StringComparer.Ordinal);
        OrdinaryWords = Rows("ordinary.txt").Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<Municipality> Municipalities { get; }

    public IReadOnlyList<Area> Departments { get; }

    public IReadOnlyList<Area> Provinces { get; }

    public IReadOnlyList<OtherNames> OtherNames { get; }

    public IReadOnlyList<PlaceAbroad> Abroad { get; }

    /// <summary>Words so common that they are no misspelt place.</summary>
    public IReadOnlySet<string> OrdinaryWords { get; }

    public static PlaceFacts Read() => new();

    /// <summary>Names that mean something else as well.</summary>
    /// <param name="kind"><c>everyday</c>, <c>thing</c>, <c>surname</c> or <c>given</c>; namesakes.tsv says what they are.</param>
    public IReadOnlySet<string> NamesakesOf(string kind) => _namesakes[kind].SelectMany(n => n).ToHashSet(StringComparer.Ordinal);

    private static Municipality ReadMunicipality(string[] row) => new(
        row[0], row[1], row[0][..5], row[0][..2], new GeoPoint(double.Parse(row[2]), double.Parse(row[3])),
        row[4].Length == 0 ? null : int.Parse(row[4]));

    private static PlaceAbroad ReadAbroad(string[] row) => new(
        row[0].Split(';'), row.Length < 3 ? null : new GeoPoint(double.Parse(row[1]), double.Parse(row[2])));

    private static NameRank ReadKind(string kind) => kind switch
    {
        "seat" or "also" => NameRank.Whole,
        "part" => NameRank.Part,
        "short" => NameRank.Short,
        _ => throw new InvalidDataException($"names.tsv has a kind '{kind}'; write seat, also, short or part."),
    };

    private static IEnumerable<string[]> Rows(string file)
    {
        var name = $"OutreachBot.Places.Data.{file}";
        using var stream = typeof(PlaceFacts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not embedded; see the project file.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line.IndexOfAny(Comment) != 0)
            {
                yield return line.Split('\t');
            }
        }
    }
}

/// <summary>How well a name fits a place.</summary>
internal enum NameRank
{
    /// <summary>It names the place and all of it.</summary>
    Whole,

    /// <summary>It names a quarter of it, or a town within.</summary>
    Part,

    /// <summary>An everyday short form, which other places may share.</summary>
    Short,
}

/// <summary>Names kept by hand for one place.</summary>
internal sealed record OtherNames(string Id, NameRank Rank, IReadOnlyList<string> Names);
