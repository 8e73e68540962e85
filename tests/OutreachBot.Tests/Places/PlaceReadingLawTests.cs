using CsCheck;
using OutreachBot.Flows.Running;
using OutreachBot.Places;
using OutreachBot.Places.Reading;

namespace OutreachBot.Tests.Places;

public sealed class PlaceReadingLawTests
{
    private static readonly Gazetteer Known = Gazetteer.Embedded();

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        One("san ", "santa ", "de ", "no ", "entre ", "y ", "Potosí ", "el alto, ", "zona 18 ", "\u0301", "\ud800", "'", ". ", "\n", "ñ", "PERÚ ")
            .Array[0, 30].Select(words => string.Concat(words)));

    [Fact]
    public void Any_text_gives_a_reading_and_never_more_than_four_candidates() =>
        Gen.Select(Texts, One<string?>(null, "BO", "GT")).Sample((text, country) =>
        {
            var reading = Known.Read(text, country);
            return reading.Candidates.Count <= 4
                && (reading.Kind == PlaceReadingKind.Resolved) == (reading.Municipality is not null)
                && (reading.Kind != PlaceReadingKind.Ask || reading.Candidates.Count > 0)
                && reading.Candidates.All(c => Known.Find(c.Id) is not null);
        });

    [Fact]
    public void Case_and_accents_change_nothing_of_a_plain_name() =>
        One([.. Known.Municipalities]).Sample(municipality =>
        {
            var plain = new string([.. municipality.Name.Select(OutreachBot.Flows.Languages.Letters.WithoutMarks)]);
            var expected = Known.Read(municipality.Name, municipality.Country);
            return Same(expected, Known.Read(plain.ToUpperInvariant(), municipality.Country))
                && Same(expected, Known.Read(plain.ToLowerInvariant(), municipality.Country));
        });

    /// <summary>One letter changed, lost, doubled or swapped, in the sentences of <see cref="Around"/>.</summary>
    [Fact]
    public void One_slip_of_the_finger_leads_to_another_municipality_in_less_than_one_case_of_a_hundred()
    {
        var random = new Random(20260302);
        var wrong = new List<string>();
        var found = 0;
        const int Rounds = 3;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var municipality in Known.Municipalities)
            {
                var sentence = string.Format(
                    Around[random.Next(Around.Length)], Slip(municipality.Name, random), Known.Label(municipality.Department));
                var reading = Known.Read(sentence, municipality.Country);
                found += reading.Candidates.Any(c => c.Id == municipality.Id) ? 1 : 0;
                if (reading.Municipality is { } other && other.Id != municipality.Id)
                {
                    wrong.Add($"{sentence}: {other.Id}, not {municipality.Id}");
                }
            }
        }
        Assert.True(wrong.Count <= Known.Municipalities.Count * Rounds / 100, string.Join('\n', wrong));
        Assert.True(found >= Known.Municipalities.Count * Rounds * 0.9, $"{found} found or offered");
    }

    [Fact]
    public void A_pin_at_a_seat_is_in_its_municipality() =>
        Assert.All(Known.Municipalities, m => Assert.Equal(m.Id, Known.Locate(m.Seat).Municipality?.Id));

    [Theory]
    [InlineData("quillacollo", "killaqullu")]
    [InlineData("tiwanaku", "tihuanacu")]
    [InlineData("huanuni", "guanuni")]
    [InlineData("villazon", "biyason")]
    [InlineData("jalapa", "halapa", false)]
    public void Spellings_that_sound_alike_have_one_key(string one, string other, bool alike = true) =>
        Assert.Equal(alike, SoundKey.Of(one) == SoundKey.Of(other));

    private static readonly string[] Around =
    [
        "{0}", "en {0}", "vivo en {0}", "cerca de {0}", "{0}, {1}", "mi hermana trabaja en {0} en una casa", "soy de {0}", "de {0} {1}",
        "la tienen en {0} y no la dejan salir", "municipio de {0}", "una señora de {0} se lleva a las chicas",
    ];

    private static string Slip(string name, Random random)
    {
        var words = name.Split(' ');
        var longer = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 5).ToList();
        if (longer.Count == 0)
        {
            return name;
        }
        var chosen = longer[random.Next(longer.Count)];
        var word = words[chosen];
        var at = random.Next(1, word.Length - 1);
        words[chosen] = random.Next(4) switch
        {
            0 => word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..],
            1 => word.Remove(at, 1),
            2 => word.Insert(at, word[at].ToString()),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return string.Join(' ', words);
    }

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static bool Same(PlaceReading one, PlaceReading other) =>
        one.Kind == other.Kind && one.Candidates.Select(c => c.Id).SequenceEqual(other.Candidates.Select(c => c.Id));
}
