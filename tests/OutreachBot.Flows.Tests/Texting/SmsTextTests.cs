using System.Text.Json;
using CsCheck;
using OutreachBot.Flows.Texting;
using OutreachBot.Tests.Support;

namespace OutreachBot.Flows.Tests.Texting;

public sealed class SmsTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["abc xyz.,'ñéü¿¡\n"], 0, 700],
        Gen.String[Gen.Char["ab{}~€[]\\|^\f"], 0, 700],
        Gen.String[Gen.Char["abáíóúẍ’"], 0, 500],
        Gen.Int[0, 4].Select(i => new[] { "a", "🙏", "€", "ñ", "á" }[i]).Array[0, 300].Select(string.Concat),
        Gen.String[0, 400]);

    [Fact]
    public void Every_vector_of_the_providers_own_calculator_is_met()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("data/twilio/segments.json")));
        Assert.All(vectors.RootElement.EnumerateArray(), v =>
        {
            var measure = SmsText.Measure(v.GetProperty("text").GetString()!);
            Assert.Equal(v.GetProperty("encoding").GetString(), measure.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2");
            Assert.Equal(v.GetProperty("units").GetInt32(), measure.Units);
            Assert.Equal(v.GetProperty("segments").GetInt32(), measure.Segments);
        });
    }

    [Theory]
    [InlineData("", SmsEncoding.Gsm7, 0, 1)]
    [InlineData("niña", SmsEncoding.Gsm7, 4, 1)]
    [InlineData("línea", SmsEncoding.Ucs2, 5, 1)]
    [InlineData("10 €", SmsEncoding.Gsm7, 5, 1)]
    [InlineData("🙏", SmsEncoding.Ucs2, 2, 1)]
    public void A_text_is_measured_in_the_alphabet_it_needs(string text, SmsEncoding encoding, int units, int segments) =>
        Assert.Equal(new SmsMeasure(encoding, units, segments), SmsText.Measure(text));

    [Fact]
    public void An_escape_pair_moves_whole_to_the_next_segment()
    {
        // 153 septets would end between the escape and its sign; 307 septets then need a third segment.
        var text = new string('a', 152) + "€" + new string('b', 152) + "c";
        Assert.Equal(new SmsMeasure(SmsEncoding.Gsm7, 307, 3), SmsText.Measure(text));
    }

    [Fact]
    public void A_surrogate_pair_moves_whole_to_the_next_segment() =>
        Assert.Equal(3, SmsText.Measure(string.Concat(Enumerable.Repeat("🙏", 67))).Segments);

    [Fact]
    public void More_text_never_costs_less() =>
        Gen.Select(Texts, Texts).Sample((head, tail) =>
            SmsText.Measure(head).Segments <= SmsText.Measure(head + tail).Segments);

    [Fact]
    public void Two_texts_of_one_alphabet_joined_cost_at_most_what_they_cost_apart() =>
        Gen.Select(Texts, Texts).Where((a, b) => SmsText.Measure(a).Encoding == SmsText.Measure(b).Encoding).Sample((a, b) =>
        {
            // A part of several holds less than a message alone, so joining two may take one part more.
            var apart = SmsText.Measure(a).Segments + SmsText.Measure(b).Segments;
            Assert.InRange(SmsText.Measure(a + b).Segments, 1, apart + 1);
        });

    [Fact]
    public void Segments_hold_all_units_and_none_stays_empty() =>
        Texts.Sample(text =>
        {
            var measure = SmsText.Measure(text);
            var (alone, part) = measure.Encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);
            var room = measure.Segments == 1 ? alone : measure.Segments * part;
            Assert.True(measure.Units <= room);
            // Each part wastes at most one unit, the one a pair would straddle.
            Assert.True(measure.Segments == 1 || measure.Units > (measure.Segments - 1) * (part - 1));
        });

    [Fact]
    public void A_text_is_wide_exactly_when_it_has_an_odd_character() =>
        Texts.Sample(text =>
        {
            var odd = SmsText.FirstNonGsm(text);
            Assert.Equal(odd is not null, SmsText.Measure(text).Encoding == SmsEncoding.Ucs2);
            Assert.True(odd is null || SmsText.Measure(text[..(odd.Value.Column - 1)]).Encoding == SmsEncoding.Gsm7);
        });

    [Fact]
    public void The_odd_character_is_named_with_its_column()
    {
        var odd = SmsText.FirstNonGsm("La línea");
        Assert.Equal(("í", 5), (odd!.Value.Character.ToString(), odd.Value.Column));
    }
}
