using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Tests.Running;

public sealed class HotlineTextTests
{
    private static readonly HotlineText Text = new(
    [
        Line("Fiscalía", "1572", "https://agn.gt/?p=1 ; https://pgn.gob.gt/x", new DateOnly(2026, 11, 24)),
        Line("Niñez", "1546", "https://www.pgn.gob.gt/2025/03/11/que-hacer", new DateOnly(2026, 9, 1)) with { Emergency = true, Hours = "24 h" },
        Line("Derechos", "1555", "a printed report", new DateOnly(2026, 11, 24)),
        Line("Otra", "1543", "https://nobody.gt", new DateOnly(2020, 1, 1)) with { Verified = false },
    ]);

    [Fact]
    public void Hours_are_said_only_of_a_number_whose_source_gives_them() =>
        Assert.Equal("Niñez 1546 (24 h), Fiscalía 1572, Derechos 1555", Text.WithHoursOf("GT"));

    [Fact]
    public void A_source_is_said_by_the_site_that_names_the_number_and_the_date_is_the_oldest_look() =>
        Assert.Equal("pgn.gob.gt, agn.gt, 09/2026", Text.SourcesOf("GT"));

    [Fact]
    public void Where_no_number_is_verified_nothing_is_said() =>
        Assert.Equal(("", "", ""), (Text.Of("BO"), Text.WithHoursOf("BO"), Text.SourcesOf(null)));

    private static Hotline Line(string name, string number, string source, DateOnly checkedOn) =>
        new("GT", number, name, "", Emergency: false, source, checkedOn, Verified: true, default);
}
