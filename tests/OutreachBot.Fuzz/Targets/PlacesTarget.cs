using System.Buffers.Binary;
using System.Text;
using OutreachBot.Flows.Running;
using OutreachBot.Places;
using OutreachBot.Places.Imports;

namespace OutreachBot.Fuzz.Targets;

/// <summary>Reads places out of sentences: the country in the first line, or none, then the words.</summary>
internal sealed class PlacesTarget : IFuzzTarget
{
    public const string Word = "places";

    private const int MostCandidates = 4;

    private const int RarelyAsked = 8;

    /// <summary>Some more than a channel lets in.</summary>
    private const int MostCharacters = 2_000;

    private readonly Gazetteer[] _gazetteers = [Gazetteer.Embedded(), Gazetteer.With(new FewVillages())];

    public string Name => Word;

    public IReadOnlyList<byte[]> Scraps { get; } =
    [
        .. new[]
        {
            "BO\n", "GT\n", "\n", " ", ",", ".", " de ", " en ", " cerca de ", " no en ", " o ", " y ", "San ", "Santa ", "municipio ", "departamento ", "La Paz", "El Alto", "Cochabamba",
            "San Lucas", "Quetzaltenango", "Xela", "Cobán", "Santa Cruz", "Potosí", "Sucre", "Huehue", "-17.39", "frontera", "Perú", "México", "Nueva Aldea", "ñ", "n\u0303", "\u0301", "\uFE0F",
            "\U0001F642", "ïï", "\u202E", "\0", "'", "’", "ch'", "a a a a a a a a ", "provincia ", "aldea ", "comunidad ", "zona 1 ", "/", "0", "\uFF33\uFF41\uFF4E",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    ];

    public string Read(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var country = line < 0 ? null : text[..line] is "BO" or "GT" ? text[..line] : null;
        var words = line < 0 ? text : text[(line + 1)..];
        words = words[..Math.Min(words.Length, MostCharacters)];
        var outcome = new StringBuilder(Word);
        foreach (var gazetteer in _gazetteers)
        {
            outcome.Append(Told(gazetteer, gazetteer.Read(words, country), PlaceLevel.Municipality))
                .Append(Told(gazetteer, gazetteer.Read(PinOf(input)), PlaceLevel.Municipality));
        }
        outcome.Append(Told(_gazetteers[0], _gazetteers[0].ReadDepartment(words, country), PlaceLevel.Department));
        _ = _gazetteers[0].Label(words);
        if (input.Length % RarelyAsked == 0)
        {
            // Half of a surrogate pair comes from cut messages; a decoder never gives it.
            _ = Told(_gazetteers[0], _gazetteers[0].Read(words + '\uD83D', country), PlaceLevel.Municipality);
            BrokenLawException.Unless(
                Text(_gazetteers[0].Read(words, country)) == Text(_gazetteers[0].Read(words, country)), "the same words are the same place");
        }
        return outcome.ToString();
    }

    private static string Told(Gazetteer gazetteer, PlaceReading reading, PlaceLevel level)
    {
        var candidates = reading.Candidates;
        BrokenLawException.Unless(Enum.IsDefined(reading.Kind), "a kind that has a name");
        BrokenLawException.Unless(reading.Municipality is null == (reading.Kind != PlaceReadingKind.Resolved), "a place is told when it is one");
        BrokenLawException.Unless(
            reading.Kind switch
            {
                PlaceReadingKind.Resolved => candidates is [var one] && one == reading.Municipality,
                PlaceReadingKind.Ask => candidates.Count >= 1 && (candidates.Count <= MostCandidates || level == PlaceLevel.Department),
                _ => candidates.Count == 0,
            },
            $"as many candidates as the kind says, and four at most ({level}: {reading.Kind} with {candidates.Count})");
        BrokenLawException.Unless(candidates.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count() == candidates.Count, "no candidate comes twice");
        foreach (var candidate in candidates)
        {
            BrokenLawException.Unless(
                PlaceId.TryParse(candidate.Id, out var id) && id.Level == level && gazetteer.Knows(id), "every candidate exists, and is of the level that was asked for");
            BrokenLawException.Unless(candidate.Label.Length > 0 && candidate.Label != candidate.Id, "every candidate can be said");
        }
        return $" {reading.Kind}{candidates.Count}";
    }

    private static string Text(PlaceReading reading) => $"{reading.Kind} {string.Join(' ', reading.Candidates.Select(c => c.Id))}";

    // Any sixteen bytes are two numbers, NaN and infinity among them; most are scaled to where people are.
    private static Pin PinOf(byte[] input)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(double)];
        input.AsSpan(0, Math.Min(input.Length, bytes.Length)).CopyTo(bytes);
        var (one, other) = (BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[sizeof(double)..]));
        return input.Length % 2 == 0 ? new Pin(one, other) : new Pin(-23 + (bytes[0] / 6.0), -90 + (bytes[1] / 6.0));
    }

    /// <summary>Villages as an import would have left them; two share a name.</summary>
    private sealed class FewVillages : IImportedPlaces
    {
        public long Stamp => 1;

        public ImportedPlaces Read() => new(
            [
                new Village("BO-C000000000001", "Nueva Aldea", ["Aldea Nueva"], "BO-020101", new GeoPoint(-16.5, -68.1), 300),
                new Village("BO-C000000000002", "Nueva Aldea", [], "BO-010601", null, null),
                new Village("GT-C000000000001", "El Rincón", [], "GT-1401", new GeoPoint(15.0, -91.1), 40),
            ],
            []);

        public bool Has(string hash) => false;

        public void Add(PlaceFile file, string hash) => throw new NotSupportedException("Nothing is imported here.");
    }
}
