using OutreachBot.Flows.Running;
using OutreachBot.Places;

namespace OutreachBot.Tests.Places;

public sealed class GazetteerTests(ITestOutputHelper output)
{
    private static readonly Gazetteer Known = Gazetteer.Embedded();

    [Fact]
    public void All_municipalities_of_both_countries_are_there_and_each_has_a_department_and_a_seat()
    {
        Assert.Equal(343, Known.Municipalities.Count(m => m.Country == "BO"));
        Assert.Equal(340, Known.Municipalities.Count(m => m.Country == "GT"));
        Assert.All(Known.Municipalities, m =>
        {
            Assert.True(PlaceId.TryParse(m.Department, out var department));
            Assert.True(Known.Knows(department));
            Assert.InRange(m.Seat.Latitude, -23, 18);
        });
    }

    [Fact]
    public void Places_are_found_in_the_sentences_it_was_made_with() => Check("mentions.tsv", 0.95, 0.01);

    [Fact]
    public void Places_are_found_in_sentences_kept_apart() => Check("mentions-apart.tsv", 0.90, 0.02);

    [Fact]
    public void Places_are_found_in_sentences_of_other_hands_that_it_was_made_better_on() => Check("mentions-other-hands.tsv", 0.94, 0.01);

    [Fact]
    public void Places_are_found_in_sentences_of_a_fourth_hand_kept_apart() => Check("mentions-other-hands-apart.tsv", 0.92, 0.01);

    [Fact]
    public void Every_municipality_is_found_by_its_name_and_department_or_asked_for()
    {
        var missed = Known.Municipalities
            .Where(m => Known.Read($"{m.Name}, {Known.Label(m.Department)}", m.Country) is var r && r.Candidates.All(c => c.Id != m.Id))
            .Select(m => $"{m.Id} {m.Name}");

        Assert.Empty(missed);
    }

    [Fact]
    public void No_municipality_s_name_and_department_lead_to_another()
    {
        var wrong = Known.Municipalities
            .Where(m => Known.Read($"{m.Name}, {Known.Label(m.Department)}", m.Country).Municipality is { } found && found.Id != m.Id)
            .Select(m => $"{m.Id} {m.Name}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_question_offers_at_most_four_each_with_its_department()
    {
        var reading = Known.Read("Santa Rosa", "BO");

        Assert.Equal(PlaceReadingKind.Ask, reading.Kind);
        Assert.InRange(reading.Candidates.Count, 2, 4);
        Assert.All(reading.Candidates, c => Assert.Contains(", ", c.Label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sullkata, Potosí", "BO")]
    [InlineData("comunidad Xesik, Totonicapán", "GT")]
    [InlineData("Villa Ficticia Oruro", "BO")]
    [InlineData("San Juan, Oruro", "BO")]
    [InlineData("San Pedro, Oruro", "BO")]
    public void A_village_that_isn_t_known_is_not_taken_for_the_city_that_its_department_is_called_like(string text, string country) =>
        Assert.Equal(PlaceReadingKind.Ask, Known.Read(text, country).Kind);

    [Theory]
    [InlineData(-19.035, -65.262, "BO-010101")]
    [InlineData(-16.505, -68.163, "BO-020105")]
    [InlineData(14.943, -91.111, "GT-1406")]
    public void A_pin_in_a_town_is_in_its_municipality(double latitude, double longitude, string municipality) =>
        Assert.Equal(municipality, Known.Read(new Pin(latitude, longitude)).Municipality?.Id);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-12.05, -77.04)]
    [InlineData(-22.11, -65.60)]
    [InlineData(14.91, -92.26)]
    [InlineData(40.4, -3.7)]
    [InlineData(90, 0)]
    public void A_pin_that_was_never_set_or_lies_abroad_is_outside(double latitude, double longitude) =>
        Assert.Equal(PlaceReadingKind.Outside, Known.Read(new Pin(latitude, longitude)).Kind);

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(1000, 1000)]
    public void A_pin_that_is_no_place_on_earth_is_outside(double latitude, double longitude) =>
        Assert.Null(Known.Locate(new GeoPoint(latitude, longitude)).Municipality);

    [Fact]
    public void Neighbours_are_near_and_of_the_same_country()
    {
        var neighbours = Known.Neighbours("BO-030901");

        Assert.Contains(neighbours, n => n.Id == "BO-030904");
        Assert.All(Known.Municipalities, m => Assert.All(Known.Neighbours(m.Id), n => Assert.Equal(m.Country, n.Country)));
        Assert.All(Known.Neighbours("BO-051501"), n => Assert.True(n.Seat.MetresTo(Known.Find("BO-051501")!.Seat) < 90_000));
    }

    [Theory]
    [InlineData("Potosí", "BO", "BO-05")]
    [InlineData("departamento de la paz", "BO", "BO-02")]
    [InlineData("quiche", "GT", "GT-14")]
    [InlineData("Alta Verapaz", null, "GT-16")]
    [InlineData("Santa Cruz", "BO", "BO-07")]
    [InlineData("Guatemala", "GT", "GT-01")]
    [InlineData("Sacaba, Cochabamba", "BO", null)]
    [InlineData("no sé", "BO", null)]
    public void A_department_is_read_from_its_name_where_nothing_nearer_is_named(string text, string? country, string? department) =>
        Assert.Equal(department, Known.ReadDepartment(text, country).Municipality?.Id);

    [Fact]
    public void Without_words_all_departments_of_the_country_are_offered()
    {
        Assert.Equal(9, Known.ReadDepartment("", "BO").Candidates.Count);
        Assert.Equal(22, Known.ReadDepartment(" ", "GT").Candidates.Count);
    }

    [Theory]
    [InlineData("BO-010601", "Tarabuco")]
    [InlineData("BO-080303", "Santa Rosa, Beni")]
    [InlineData("GT-14", "Quiché")]
    [InlineData("XX-1", "XX-1")]
    public void An_id_is_said_by_its_name_with_the_department_where_two_share_it(string id, string label) =>
        Assert.Equal(label, Known.Label(id));

    private void Check(string file, double leastRight, double mostWrong)
    {
        var mentions = MentionList.Read(file);

        var (right, wrong, failed) = mentions.Try(Known);

        output.WriteLine($"{file}: {mentions.Count} mentions, {right:P1} right, {wrong:P1} wrong");
        foreach (var line in failed)
        {
            output.WriteLine(line);
        }
        Assert.True(right >= leastRight && wrong <= mostWrong, $"{right:P1} right, {wrong:P1} wrong\n{string.Join('\n', failed)}");
    }
}
