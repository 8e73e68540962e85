using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Chats;

/// <summary>The few places a transcript needs, written in it; stands for the gazetteer.</summary>
/// <param name="Names">What names read as, by collation key; the longest name within a message counts.</param>
/// <param name="Departments">Departments by collation key.</param>
/// <param name="Pin">Where every pin lies; null: nowhere known.</param>
public sealed record ChatPlaces(
    IReadOnlyDictionary<string, PlaceReading> Names,
    IReadOnlyDictionary<string, PlaceCandidate> Departments,
    PlaceCandidate? Pin) : IPlaceReader
{
    public static readonly ChatPlaces None = new(
        new Dictionary<string, PlaceReading>(StringComparer.Ordinal), new Dictionary<string, PlaceCandidate>(StringComparer.Ordinal), null);

    public PlaceReading Read(string text, string? country)
    {
        var words = Padded(text);
        var name = Names.Keys.Where(k => words.Contains($" {k} ", StringComparison.Ordinal)).MaxBy(k => k.Length);
        return name is null ? PlaceReading.Nothing : Names[name];
    }

    public PlaceReading Read(Pin pin) => Pin is null ? PlaceReading.Nothing : Resolved(Pin);

    public PlaceReading ReadDepartment(string text, string? country)
    {
        var words = Padded(text);
        var name = Departments.Keys.FirstOrDefault(k => words.Contains($" {k} ", StringComparison.Ordinal));
        return name is null
            ? new PlaceReading(PlaceReadingKind.Ask, null, [.. Departments.Values.Take(4)])
            : Resolved(Departments[name]);
    }

    public string Label(string id) =>
        Names.Values.SelectMany(r => r.Candidates).Concat(Departments.Values).Append(Pin ?? new PlaceCandidate(id, id))
            .FirstOrDefault(c => c.Id == id)?.Label ?? id;

    internal static PlaceReading Resolved(PlaceCandidate place) => new(PlaceReadingKind.Resolved, place, [place]);

    private static string Padded(string text) => $" {Collation.Key(text)} ";
}
