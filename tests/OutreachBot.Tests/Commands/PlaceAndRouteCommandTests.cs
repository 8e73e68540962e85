using System.Text;
using System.Text.Json;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

public sealed class PlaceAndRouteCommandTests : IDisposable
{
    private const string Sheet = """
        name,phone,role,country,areas,languages,competences,institution,on_duty
        Rosa Ficticia,+59171234567,defender,BO,BO-010601,es;qu,all,Red Tarabuco,yes
        Elena Ficticia,+59171234568,coordinator,BO,national,es;qu,all,Coordinación,yes
        """;

    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Places_find_answers_each_line_in_its_place()
    {
        var outcome = await RunAsync(
            """
            {"text":"Tarabuco","country":"BO"}
            {"text":"santa rosa","country":"BO"}

            {"text":"Buenos Aires","country":null}
            {"text":
            {"text":"no sé"}
            """,
            "places", "find");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(6, outcome.Lines.Length);
        Assert.Equal("""{"kind":"resolved","municipality":"BO-010601","candidates":["BO-010601"]}""", outcome.Lines[0]);
        Assert.StartsWith("""{"kind":"ask","municipality":null,"candidates":["BO-""", outcome.Lines[1], StringComparison.Ordinal);
        Assert.Equal("""{"kind":"none","municipality":null,"candidates":[]}""", outcome.Lines[2]);
        Assert.Equal("""{"kind":"outside","municipality":null,"candidates":[]}""", outcome.Lines[3]);
        Assert.StartsWith("""{"error":""", outcome.Lines[4], StringComparison.Ordinal);
        Assert.Equal("""{"kind":"none","municipality":null,"candidates":[]}""", outcome.Lines[5]);
    }

    [Fact]
    public async Task Places_locate_says_which_municipality_and_how_near_its_border()
    {
        var outcome = await RunAsync(
            """
            {"lat":-16.4955,"lon":-68.1336}
            {"lat":0,"lon":0}
            {"lat":95,"lon":0}
            {"lat":"a","lon":0}
            {}

            """,
            "places", "locate");

        Assert.Equal(1, outcome.ExitCode);
        var located = JsonDocument.Parse(outcome.Lines[0]).RootElement;
        Assert.Equal(("resolved", "BO-020101"), (located.GetProperty("kind").GetString(), located.GetProperty("municipality").GetString()));
        Assert.True(located.GetProperty("boundary_m").GetInt64() > 0);
        Assert.Equal("""{"kind":"outside","municipality":null,"boundary_m":null}""", outcome.Lines[1]);
        Assert.All(outcome.Lines[2..], line => Assert.StartsWith("""{"error":""", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Route_explain_shows_everybody_and_why_not()
    {
        await ImportAsync(Sheet);

        var outcome = await RunAsync(
            """
            {"municipality":"BO-010601","kind":"work","urgency":"high","language":"qu","keep_away":[]}
            {"municipality":"BO-010601","kind":"work","urgency":"high","language":"qu","keep_away":["mi padrino"]}
            {"municipality":"BO-010601","kind":"theft"}
            """,
            "route", "explain");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["municipality:", "coordinator:"], Explained(outcome.Lines[0]));
        Assert.Equal(["coordinator:", "municipality:coordinator_only"], Explained(outcome.Lines[1]));
        Assert.StartsWith("""{"error":""", outcome.Lines[2], StringComparison.Ordinal);
        var first = JsonDocument.Parse(outcome.Lines[0]).RootElement.GetProperty("candidates")[0];
        Assert.StartsWith("r_", first.GetProperty("responder").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            first.GetProperty("score").GetInt32(),
            first.GetProperty("reasons").EnumerateObject().Sum(p => p.Value.GetInt32()));
    }

    [Theory]
    [InlineData("""{"municipality":"BO-999999"}""", "municipality")]
    [InlineData("""{"municipality":"BO-01"}""", "municipality")]
    [InlineData("""{"municipality":"BO-010601","department":"BO-02"}""", "department")]
    [InlineData("""{"department":"BO-99"}""", "department")]
    [InlineData("""{"community":"BO-C1A"}""", "community")]
    [InlineData("""{"country":"PE"}""", "country")]
    [InlineData("""{"kind":"theft"}""", "kind")]
    [InlineData("""{"urgency":"soon"}""", "urgency")]
    [InlineData("""{"language":"fr"}""", "language")]
    [InlineData("""{"keep_away":[""]}""", "keep_away")]
    [InlineData("""{"keep_away":"police"}""", "keep_away")]
    [InlineData("""{"municipalty":"BO-010601"}""", "municipalty")]
    [InlineData("""{"officials":"yes"}""", "officials")]
    [InlineData("[]", "JSON object")]
    [InlineData("null", "null")]
    public async Task Route_explain_refuses_what_it_does_not_know_and_says_which(string line, string named)
    {
        var outcome = await RunAsync(line, "route", "explain");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(named, JsonDocument.Parse(outcome.Lines.Single()).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Route_explain_gives_the_tier_of_a_community_to_who_stands_for_it_and_says_why_others_are_not_asked()
    {
        var villages = Path.Combine(_store.Directory.Path, "villages.csv");
        await File.WriteAllTextAsync(villages, """
            id,name,alt_names,level,municipality_id,lat,lon,population
            BO-C1A,Pampa Lunada,,locality,BO-010601,-19.20,-64.90,120
            """);
        Assert.Equal(0, (await RunAsync("", "places", "import", villages)).ExitCode);
        await ImportAsync(Sheet.Replace("BO-010601", "BO-C1A", StringComparison.Ordinal));

        var outcome = await RunAsync(
            """
            {"municipality":"BO-010601","community":"BO-C1A"}
            {"community":"BO-C1A","keep_away":["Rosa Ficticia"]}
            {"municipality":"BO-010601"}
            """,
            "route", "explain");

        Assert.Equal(["community:", "coordinator:"], Explained(outcome.Lines[0]));
        Assert.Equal(["coordinator:", "community:keep_away"], Explained(outcome.Lines[1]));
        Assert.StartsWith(
            "Must not know", JsonDocument.Parse(outcome.Lines[1]).RootElement.GetProperty("candidates")[1].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Equal(["municipality:", "coordinator:"], Explained(outcome.Lines[2]));
    }

    [Fact]
    public async Task Responders_import_refuses_a_faulty_sheet_and_lists_what_it_took()
    {
        var refused = await ImportAsync(Sheet.Replace("+59171234568", "+591", StringComparison.Ordinal));
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("line 3, phone", refused.Error, StringComparison.Ordinal);
        Assert.Empty((await RunAsync("", "responders", "list")).Lines);

        var taken = await ImportAsync(Sheet);
        Assert.Equal(0, taken.ExitCode);
        Assert.Equal("""{"added":2,"updated":0,"unchanged":0,"samples_removed":0,"dry_run":false}""", taken.Lines.Single());
        var listed = await RunAsync("", "responders", "list");
        Assert.Equal(2, listed.Lines.Length);
        Assert.DoesNotContain("5917123", listed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_responder_is_no_candidate_until_she_is_let_in_again()
    {
        await ImportAsync(Sheet);
        var rosa = (await RunAsync("", "responders", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement)
            .Single(r => r.GetProperty("role").GetString() == "defender").GetProperty("id").GetString()!;

        Assert.Equal(0, (await RunAsync("", "responders", "suspend", rosa)).ExitCode);
        Assert.Contains("municipality:suspended", Explained((await RunAsync("""{"municipality":"BO-010601"}""", "route", "explain")).Lines[0]));

        Assert.Equal(0, (await RunAsync("", "responders", "suspend", rosa, "--back")).ExitCode);
        Assert.Contains("municipality:", Explained((await RunAsync("""{"municipality":"BO-010601"}""", "route", "explain")).Lines[0]));
        Assert.Equal(1, (await RunAsync("", "responders", "suspend", "r_1")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_and_no_file_is_wrong_usage()
    {
        Assert.Equal(1, (await RunAsync("", "responders", "import", "nowhere.csv")).ExitCode);
        Assert.Equal(2, (await RunAsync("", "responders", "import")).ExitCode);
    }

    private static string[] Explained(string line) =>
    [
        .. JsonDocument.Parse(line).RootElement.GetProperty("candidates").EnumerateArray()
            .Select(c => $"{c.GetProperty("tier").GetString()}:{c.GetProperty("excluded").GetString()}"),
    ];

    private async Task<CommandOutcome> ImportAsync(string sheet)
    {
        var file = Path.Combine(_store.Directory.Path, "sheet.csv");
        await File.WriteAllTextAsync(file, sheet);
        return await RunAsync("", "responders", "import", file);
    }

    private Task<CommandOutcome> RunAsync(string input, params string[] args) =>
        CommandLineRun.RunAsync(Encoding.UTF8.GetBytes(input), [.. args, "--data", _store.Directory.Path]);
}
