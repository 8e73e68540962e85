namespace OutreachBot.Places;

/// <summary>How large a place is.</summary>
public enum PlaceLevel
{
    Country,
    Department,

    /// <summary>Bolivia only.</summary>
    Province,
    Municipality,

    /// <summary>Known by name only once it has been imported.</summary>
    Community,
}

/// <summary>A place's id: <c>BO</c>, or the country and the statistics office's code (<c>BO-02</c>, <c>BO-020101</c>, <c>GT-1401</c>).</summary>
/// <remarks>
/// Bolivia's codes have two digits for a department, four for a province, six for a municipality; Guatemala's two and
/// four. A community's begins with a letter after the country (<c>BO-C04227791643D</c>).
/// </remarks>
public readonly record struct PlaceId
{
    private const int LongestCommunity = 24;

    private PlaceId(string value, PlaceLevel level)
    {
        Value = value;
        Level = level;
    }

    public string Value { get; }

    public PlaceLevel Level { get; }

    /// <summary><c>BO</c> or <c>GT</c>.</summary>
    public string Country => Value[..2];

    /// <summary>The department it lies in, or is; null for a country, and for a community, whose id doesn't tell.</summary>
    public string? Department => Level is PlaceLevel.Country or PlaceLevel.Community ? null : Value[..5];

    /// <summary>The province it lies in, or is; null outside Bolivia and above.</summary>
    public string? Province => Level is PlaceLevel.Province or PlaceLevel.Municipality && Country == "BO" ? Value[..7] : null;

    /// <summary>Reads the form; whether such a place exists is the gazetteer's to say.</summary>
    public static bool TryParse(string? text, out PlaceId id)
    {
        id = default;
        if (LevelOf(text) is not { } level)
        {
            return false;
        }
        id = new PlaceId(text!, level);
        return true;
    }

    public override string ToString() => Value;

    private static PlaceLevel? LevelOf(string? text)
    {
        if (text is null || (!text.StartsWith("BO", StringComparison.Ordinal) && !text.StartsWith("GT", StringComparison.Ordinal)))
        {
            return null;
        }
        if (text.Length == 2)
        {
            return PlaceLevel.Country;
        }
        if (text[2] != '-' || text.Length < 5)
        {
            return null;
        }
        var code = text.AsSpan(3);
        if (char.IsAsciiLetterUpper(code[0]))
        {
            return text.Length <= LongestCommunity && !code.ContainsAnyExcept(CommunityCharacters) ? PlaceLevel.Community : null;
        }
        if (code.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }
        return (text[0], code.Length) switch
        {
            (_, 2) => PlaceLevel.Department,
            ('B', 4) => PlaceLevel.Province,
            ('B', 6) or ('G', 4) => PlaceLevel.Municipality,
            _ => null,
        };
    }

    private static readonly System.Buffers.SearchValues<char> CommunityCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
