namespace OutreachBot.Places.Reading;

/// <summary>A case ending that Quechua or Aymara puts on a place's name.</summary>
/// <param name="Role">What it says of the place.</param>
internal sealed record CaseEnding(string Letters, PlaceRole Role)
{
    /// <summary>Longest first.</summary>
    /// <remarks>Quechua -pi (in), -manta (from), -man (to), -paq (for), -kama (until); Aymara -na (in), -nkta/-nktwa (I am in), -ta (from), -ru (to).</remarks>
    public static IReadOnlyList<CaseEnding> All { get; } =
    [
        new("mantapacha", PlaceRole.Inside), new("mantakani", PlaceRole.Inside), new("nktwa", PlaceRole.Inside), new("manta", PlaceRole.From),
        new("pitaq", PlaceRole.Inside), new("nxtwa", PlaceRole.Inside), new("nkta", PlaceRole.Inside), new("kama", PlaceRole.To),
        new("pipi", PlaceRole.Inside), new("pis", PlaceRole.Inside), new("pim", PlaceRole.Inside), new("paq", PlaceRole.To),
        new("man", PlaceRole.To), new("nxa", PlaceRole.Inside), new("pi", PlaceRole.Inside), new("ru", PlaceRole.To), new("na", PlaceRole.Inside),
        new("ta", PlaceRole.From),
    ];
}

/// <summary>What a sentence says of a place it names.</summary>
internal enum PlaceRole
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>She is there: in it.</summary>
    Inside,

    /// <summary>"Aquí en …": she is there now.</summary>
    Here,

    /// <summary>It happened there, so the words say: "me pegó en", "pasó en".</summary>
    Event,

    /// <summary>It is near, and says where another lies if one is named: "San Lucas, a dos horas de Camargo".</summary>
    Near,

    /// <summary>From there, or of there.</summary>
    From,

    /// <summary>She has left it: "salió de", "venía de".</summary>
    Left,

    /// <summary>One of two: between them, or the one or the other.</summary>
    Between,

    /// <summary>Somebody goes there.</summary>
    To,
}
