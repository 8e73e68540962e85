using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>A small country: a few names that are certain, one that is two places, one abroad.</summary>
internal sealed class FakePlaces : IPlaceReader
{
    private static readonly PlaceCandidate Sucre = new("BO-010101", "Sucre");
    private static readonly PlaceCandidate Tarabuco = new("BO-010601", "Tarabuco");
    private static readonly PlaceCandidate ElAlto = new("BO-020105", "El Alto");
    private static readonly PlaceCandidate Coban = new("GT-1601", "Cobán");
    private static readonly PlaceCandidate[] SanPedros = [new("BO-020801", "San Pedro, La Paz"), new("BO-070505", "San Pedro, Santa Cruz")];
    private static readonly PlaceCandidate Oruro = new("BO-040101", "Oruro");
    private static readonly PlaceCandidate Totora = new("BO-041301", "San Pedro de Totora");
    private static readonly PlaceCandidate Chuquisaca = new("BO-01", "Chuquisaca");

    private static readonly PlaceCandidate[] All = [Sucre, Tarabuco, ElAlto, Coban, Oruro, Totora, Chuquisaca, .. SanPedros];

    public PlaceReading Read(string text, string? country)
    {
        var key = " " + Collation.Key(text) + " ";
        if (key.Contains(" oruro ", StringComparison.Ordinal))
        {
            return new PlaceReading(PlaceReadingKind.Resolved, key.Contains(" san pedro ", StringComparison.Ordinal) ? Totora : Oruro, []);
        }
        if (key.Contains(" san pedro ", StringComparison.Ordinal))
        {
            return new PlaceReading(PlaceReadingKind.Ask, null, SanPedros);
        }
        if (key.Contains(" lima ", StringComparison.Ordinal))
        {
            return new PlaceReading(PlaceReadingKind.Outside, null, []);
        }
        foreach (var (name, place) in new[] { ("sucre", Sucre), ("tarabuco", Tarabuco), ("el alto", ElAlto), ("alta verapaz", Coban), ("coban", Coban) })
        {
            if (key.Contains($" {name} ", StringComparison.Ordinal))
            {
                return new PlaceReading(PlaceReadingKind.Resolved, place, []);
            }
        }
        return PlaceReading.Nothing;
    }

    public PlaceReading Read(Pin pin) => pin.Latitude is < -10 and > -25
        ? new PlaceReading(PlaceReadingKind.Resolved, Sucre, [])
        : new PlaceReading(PlaceReadingKind.Outside, null, []);

    public PlaceReading ReadDepartment(string text, string? country) =>
        Collation.Key(text).Contains("chuquisaca", StringComparison.Ordinal)
            ? new PlaceReading(PlaceReadingKind.Resolved, Chuquisaca, [])
            : PlaceReading.Nothing;

    public string Label(string id) => Array.Find(All, p => p.Id == id)?.Label ?? id;
}
