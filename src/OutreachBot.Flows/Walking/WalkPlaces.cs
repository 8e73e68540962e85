using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Walking;

/// <summary>The few places of a walk, one of each kind, written as a transcript has them; labels as long as they come.</summary>
internal static class WalkPlaces
{
    public const string Known = "Sacaca";
    public const string Several = "Santa Rosa";
    public const string Abroad = "Madrid";
    public const string Department = "Potosi";
    public const string AskedPin = "@ pin -18.1 -66.4";

    private static readonly (string Name, string Line)[] All =
    [
        (Known, "@ place sacaca = BO-050201 Sacaca del Valle Alto, Chuquisaca"),
        (Several, "@ place santa rosa = BO-080103 Santa Rosa de Yacuma, Beni | BO-070603 Santa Rosa del Sara, Cruz | GT-0614 Santa Rosa de Lima, Rosa"),
        (Abroad, "@ place madrid = outside"),
        ("alto", "@ place alto = BO-020105 El Alto"),
        (Department, "@ department potosi = BO-05 Potosí"),
        (AskedPin, "@ place pin = BO-050201 Sacaca del Valle Alto, Chuquisaca"),
    ];

    public static readonly ChatPlaces Stub = ChatFile.Parse("walk.chat", string.Join('\n', All.Select(p => p.Line)) + "\n> hola").Settings.Places;

    /// <summary>How the known place is called in an answer.</summary>
    public static string KnownLabel => Stub.Label("BO-050201");

    /// <summary>The lines that a transcript needs whose other lines are these.</summary>
    public static IEnumerable<string> LinesFor(IReadOnlyList<string> lines)
    {
        var words = string.Join(' ', lines.Select(l => Collation.Key(l)));
        return All.Where(p => lines.Contains(p.Name) || words.Contains(Collation.Key(p.Name), StringComparison.Ordinal)).Select(p => p.Line);
    }
}
