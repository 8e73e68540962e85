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

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static bool Same(PlaceReading one, PlaceReading other) =>
        one.Kind == other.Kind && one.Candidates.Select(c => c.Id).SequenceEqual(other.Candidates.Select(c => c.Id));
}
