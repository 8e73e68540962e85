using System.Text;
using CsvHelper;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Tips.Export;

namespace OutreachBot.Tests.Tips;

/// <summary>Tips as a sheet of HTCDS 2.0, read back as another organisation would.</summary>
public sealed class HtcdsSheetTests
{
    [Theory]
    [InlineData("work", false, "ForcedLabour")]
    [InlineData("work", true, "ChildLabour")]
    [InlineData("sexual", true, "SexualExploitation")]
    [InlineData("domestic", false, "Servitude")]
    [InlineData("forced_marriage", false, "ForcedMarriage")]
    [InlineData("begging", false, "ForcedBegging")]
    [InlineData("other", false, "Other")]
    [InlineData("recruiting", false, "")]
    [InlineData("missing", true, "")]
    [InlineData("unknown", false, "")]
    public void A_kind_is_the_standard_s_and_nothing_is_claimed_where_it_has_none(string kind, bool minor, string code) =>
        Assert.Equal(code, Read(Row(Some.Tip() with { Kind = kind }) with { Minor = minor })["vic_TypeOfExploitation"]);

    [Theory]
    [InlineData(TipState.New, null, false, "Active", "PossibleVictimOfTrafficking", "")]
    [InlineData(TipState.Accepted, null, true, "FollowUp", "PossibleVictimOfTrafficking", "")]
    [InlineData(TipState.Closed, CaseOutcome.Protected, true, "Closed", "PossibleVictimOfTrafficking", "")]
    [InlineData(TipState.Closed, CaseOutcome.Unfounded, false, "Closed", "NotAVictimOfTrafficking", "NGO")]
    [InlineData(TipState.Closed, CaseOutcome.Referred, false, "ClosedReferred", "PossibleVictimOfTrafficking", "")]
    public void A_case_stands_as_the_standard_says(TipState state, CaseOutcome? outcome, bool waits, string status, string trafficking, string by)
    {
        var cells = Read(Row(Some.Tip() with { State = state, Outcome = outcome }) with { WaitsForReporter = waits });

        Assert.Equal(
            (status, trafficking, by, outcome?.Word() ?? ""),
            (cells["cas_Status"], cells["vic_TraffickingStatus"], cells["vic_TraffickingStatusDecisionMakingOrg"], cells["cas_ReasonForCaseClosure"]));
    }

    [Theory]
    [InlineData("es", "spa")]
    [InlineData("qu", "que")]
    [InlineData("ay", "aym")]
    [InlineData("quc", "quc")]
    public void A_language_has_its_three_letters(string tag, string code) =>
        Assert.Equal(code, Read(Row(Some.Tip() with { Language = LanguageTag.TryParse(tag, out var language) ? language : default }))["prs_PrimaryLanguage"]);

    [Fact]
    public void Who_she_is_stands_nowhere_and_whether_she_may_be_asked_does()
    {
        var cells = Read(Row(Some.Tip()) with { AgreedToBeAsked = true, Owner = ResponderRole.Defender });

        string[] never = ["prs_FirstName", "prs_SecondName", "prs_MobilePhone", "prs_IdentityNumber", "prs_Birthdate", "prs_MailingStreet", "vic_AgeWhenTrafficked", "hte_Latitude"];
        Assert.All(never, name => Assert.Equal("", cells[name]));
        Assert.Equal(("true", "NGO", "NonSpecifiedUnknown", "Sucre"), (cells["con_Consent"], cells["org_Type"], cells["prs_Gender"], cells["hte_City"]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+591 is what he said")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public void A_cell_that_begins_like_a_formula_is_none(string story)
    {
        Assert.Equal("'" + story, Read(Row(Some.Tip()) with { Story = story })["hte_Description"]);
    }

    [Fact]
    public void Commas_quotes_and_lines_in_a_story_stay_in_their_cell() =>
        Assert.Equal("he said \"come\", and;\nthen", Read(Row(Some.Tip()) with { Story = "he said \"come\", and;\nthen" })["hte_Description"]);

    [Fact]
    public void The_columns_are_those_of_the_map_under_the_standard_s_names()
    {
        var map = SharedData.PathOf("content/htcds-map.csv");
        var names = File.ReadAllLines(map).Skip(1)
            .Select(line => line.Split(',')[1])
            .SelectMany(cell => cell.Split([" / ", ";"], StringSplitOptions.None))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(names.Order(StringComparer.Ordinal), Read(Row(Some.Tip())).Keys.Except(["tip"]).Order(StringComparer.Ordinal));
    }

    private static HtcdsRow Row(Tip tip) => new(tip, Minor: false, AgreedToBeAsked: false, WaitsForReporter: false, Owner: null, "Sucre", "Chuquisaca", Story: null);

    private static Dictionary<string, string> Read(HtcdsRow row)
    {
        using var csv = CsvReader.Create(
            new StringReader(Encoding.UTF8.GetString(HtcdsSheet.Write([row]))), new CsvReaderOptions { HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw });
        var header = Next(csv);
        var cells = Next(csv);
        Assert.False(csv.Read());
        Assert.Equal(header.Count, cells.Count);
        return header.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
    }

    private static List<string> Next(CsvReader csv)
    {
        Assert.True(csv.Read());
        return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
    }
}
