using System.Text;
using OutreachBot.Places;
using OutreachBot.Places.Imports;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Places;

public sealed class PlaceImportTests : IDisposable
{
    private const string Sheet = """
        id,name,alt_names,level,municipality_id,lat,lon,population
        BO-010601,Tarabuco,,municipality,,-19.18,-64.91,
        BO-C1A,Pampa Lunada,Lunada Pampa;Lunarani,locality,BO-010601,-19.20,-64.90,120
        BO-C2A,Qhochi Rumi,,locality,BO-010601,,,
        BO-C3A,Qhochi Rumi,,locality,BO-050201,-18.4,-66.5,40
        """;

    // A square around Tarabuco's seat, and one that touches it in the east.
    private const string Boundaries = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"BO-010601"},"geometry":{"type":"Polygon","coordinates":[[[-65,-19.3],[-64.8,-19.3],[-64.8,-19.1],[-65,-19.1],[-65,-19.3]]]}},
        {"type":"Feature","properties":{"id":"BO-010602"},"geometry":{"type":"Polygon","coordinates":[[[-64.8,-19.3],[-64.6,-19.3],[-64.6,-19.1],[-64.8,-19.1],[-64.8,-19.3]]]}}]}
        """;

    private readonly TestStore _store = new();
    private readonly SqliteImportedPlaces _places;
    private readonly Gazetteer _gazetteer;

    private readonly ITestOutputHelper _output;

    public PlaceImportTests(ITestOutputHelper output)
    {
        _output = output;
        _places = new SqliteImportedPlaces(_store.Directory, TimeProvider.System);
        _gazetteer = Gazetteer.With(_places);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_village_is_found_by_each_of_its_names_as_soon_as_it_has_been_imported()
    {
        Assert.Null(_gazetteer.Read("Pampa Lunada", "BO").Municipality);

        Import(Sheet);

        Assert.Equal("BO-010601", _gazetteer.Read("Pampa Lunada", "BO").Municipality?.Id);
        Assert.Equal("BO-010601", _gazetteer.Read("vivo en la comunidad lunarani", "BO").Municipality?.Id);
    }

    [Fact]
    public void A_village_s_name_that_two_municipalities_have_is_asked_and_a_town_named_with_it_decides()
    {
        Import(Sheet);

        Assert.Equal(["BO-010601", "BO-050201"], _gazetteer.Read("Qhochi Rumi", "BO").Candidates.Select(c => c.Id).Order(StringComparer.Ordinal));
        Assert.Equal("BO-050201", _gazetteer.Read("Qhochi Rumi, Potosí", "BO").Municipality?.Id);
        Assert.Equal("BO-010601", _gazetteer.Read("qhochi rumi de tarabuco", "BO").Municipality?.Id);
    }

    [Fact]
    public void A_pin_belongs_to_the_area_that_holds_it_with_the_metres_to_its_border()
    {
        Import(Boundaries);

        var located = _gazetteer.Locate(new GeoPoint(-19.2, -64.801));

        Assert.Equal("BO-010601", located.Municipality?.Id);
        Assert.InRange(located.BoundaryMetres, 103, 107);
    }

    [Fact]
    public void A_pin_that_no_area_holds_belongs_to_one_within_a_hundred_metres_and_beyond_that_to_none()
    {
        Import(Boundaries);

        Assert.Equal("BO-010601", _gazetteer.Locate(new GeoPoint(-19.0995, -64.9)).Municipality?.Id);
        Assert.NotEqual("BO-010601", _gazetteer.Locate(new GeoPoint(-19.097, -64.9)).Municipality?.Id);
    }

    [Fact]
    public void Who_shares_a_border_is_a_neighbour()
    {
        Import(Boundaries);

        Assert.Equal(["BO-010602"], _gazetteer.Neighbours("BO-010601").Select(m => m.Id));
    }

    [Fact]
    public void A_community_s_id_is_known_once_communities_of_its_country_are_and_leads_to_its_municipality()
    {
        Assert.True(PlaceId.TryParse("BO-C9Z", out var unknown));
        Assert.True(_gazetteer.Knows(unknown));

        Import(Sheet);

        Assert.False(_gazetteer.Knows(unknown));
        Assert.Equal("BO-010601", _gazetteer.MunicipalityOf("BO-C1A")?.Id);
    }

    [Theory]
    [InlineData("BO-C1,,,locality,BO-010601,,,", "line 2, name")]
    [InlineData("BO-010601,Pampa,,locality,BO-010601,,,", "line 2, id")]
    [InlineData("BO-C1,Pampa,,locality,BO-999999,,,", "line 2, municipality_id")]
    [InlineData("BO-C1,Pampa,,locality,GT-0101,,,", "line 2, municipality_id")]
    [InlineData("BO-C1,Pampa,,locality,BO-010601,-64.9,-19.2,", "line 2, lat")]
    [InlineData("BO-C1,Pampa,,locality,BO-010601,x,-64.9,", "line 2, lat")]
    [InlineData("BO-C1,Pampa,,locality,BO-010601,,,many", "line 2, population")]
    [InlineData("BO-C1,Pampa,locality", "line 2")]
    public void One_faulty_line_is_named_and_nothing_is_taken_in(string line, string where)
    {
        var sheet = "id,name,alt_names,level,municipality_id,lat,lon,population\n" + line + "\nBO-C7A,Pampa Buena,,locality,BO-010601,,,\n";

        var outcome = Import(sheet);

        Assert.StartsWith(where, Assert.Single(outcome.File.Faults).ToString(), StringComparison.Ordinal);
        Assert.Empty(_places.Read().Villages);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"id":"BO-1"}}]}""", "feature 1, id")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"id":"BO-010601"},"geometry":{"type":"Point","coordinates":[-64.9,-19.2]}}]}""", "feature 1, geometry")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"id":"BO-010601"},"geometry":{"type":"Polygon","coordinates":[[[-19.3,-65],[-19.3,-64.8],[-19.1,-64.8],[-19.3,-65]]]}}]}""", "feature 1, geometry")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[}", "line 2")]
    [InlineData("{}", "line 1")]
    public void A_faulty_boundary_is_named_and_nothing_is_taken_in(string json, string where)
    {
        var outcome = Import(json);

        Assert.StartsWith(where, Assert.Single(outcome.File.Faults).ToString(), StringComparison.Ordinal);
        Assert.False(_gazetteer.HasBoundaries);
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        Import(Sheet);
        var stamp = _places.Stamp;

        Assert.True(Import(Sheet).AlreadyThere);
        Assert.Equal(stamp, _places.Stamp);
    }

    [Fact]
    public void A_run_that_broke_off_at_a_file_is_taken_up_there()
    {
        Import(Boundaries);
        var broken = Import(Sheet.Replace("-64.90", "west", StringComparison.Ordinal));
        Assert.NotEmpty(broken.File.Faults);
        Assert.Empty(_places.Read().Villages);

        var (boundaries, villages) = (Import(Boundaries), Import(Sheet));

        Assert.True(boundaries.AlreadyThere);
        Assert.False(villages.AlreadyThere);
        Assert.Equal(3, _places.Read().Villages.Count);
    }

    [Fact]
    public void A_dump_of_geonames_waits_for_boundaries_and_then_puts_each_place_where_its_point_lies()
    {
        const string Dump = "77\tKulli Kulli\tKulli Kulli\tCulli,Куйи\t-19.2\t-64.9\tP\tPPL\tBO\t\t01\t\t\t\t0\t\t2800\tAmerica/La_Paz\t2020-01-01\n"
            + "78\tRio\tRio\t\t-19.2\t-64.9\tH\tSTM\tBO\t\t01\t\t\t\t0\t\t2800\tAmerica/La_Paz\t2020-01-01\n";

        Assert.NotEmpty(Import(Dump).File.Faults);
        Import(Boundaries);
        var outcome = Import(Dump);

        Assert.Equal((1, 1), (outcome.File.Villages.Count, outcome.File.PassedOver));
        Assert.Equal("BO-010601", _gazetteer.Read("kulli kulli", "BO").Municipality?.Id);
    }

    [Fact]
    public async Task The_command_tells_what_came_in_and_refuses_a_file_that_is_not_there()
    {
        var file = Path.Combine(_store.Directory.Path, "villages.csv");
        await File.WriteAllTextAsync(file, Sheet, TestContext.Current.CancellationToken);

        var outcome = await CommandLineRun.RunAsync("places", "import", file, file + ".not", "--data", _store.Directory.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("""{"file":"villages.csv","already_there":false,"villages":3,"boundaries":0,"passed_over":1}""", Assert.Single(outcome.Lines));
        Assert.Contains("there is no such file", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentions-apart.tsv", 0.97)]
    [InlineData("mentions-other-hands.tsv", 0.94)]
    [InlineData("mentions-other-hands-apart.tsv", 0.94)]
    public void With_every_village_known_sentences_are_read_as_well_as_without(string file, double leastRight)
    {
        ImportShared();

        var (right, wrong, failed) = MentionList.Read(file).Try(_gazetteer);

        _output.WriteLine($"{file}: {right:P1} right, {wrong:P1} wrong");
        Assert.True(right >= leastRight && wrong <= 0.01, string.Join('\n', failed));
    }

    [Fact]
    public void Of_villages_with_their_municipality_or_department_hardly_any_goes_astray()
    {
        ImportShared();
        var villages = _places.Read().Villages.Where((_, i) => i % 37 == 5).ToList();
        var (right, wrong) = (0, 0);
        foreach (var village in villages)
        {
            var town = _gazetteer.Find(village.Municipality)!;
            var found = _gazetteer.Read($"comunidad {village.Name}, {town.Name}", town.Country).Municipality;
            right += found?.Id == town.Id ? 1 : 0;
            wrong += found is not null && found.Id != town.Id ? 1 : 0;
        }

        Assert.InRange((double)right / villages.Count, 0.92, 1);
        Assert.InRange((double)wrong / villages.Count, 0, 0.01);
    }

    [Fact]
    public void Of_pins_inside_a_municipality_each_is_put_there()
    {
        ImportShared();
        var astray = _places.Read().Borders
            .Select(b => (b.Municipality, Inside: b.Area.InteriorPoint))
            .Where(b => _gazetteer.Locate(new GeoPoint(b.Inside.Y, b.Inside.X)).Municipality?.Id != b.Municipality)
            .Select(b => b.Municipality);

        Assert.Empty(astray);
    }

    [Theory]
    [InlineData(-18.75, -67.05, "BO-04")]   // Poopó
    [InlineData(-20.20, -67.50, "BO-05")]   // salt flat of Uyuni
    [InlineData(14.69, -91.20, "GT-07")]    // Atitlán
    [InlineData(-16.00, -68.95, "BO-02")]   // Titicaca, Bolivian side
    public void On_a_lake_or_a_salt_flat_a_pin_belongs_to_the_nearest_shore(double latitude, double longitude, string department)
    {
        ImportShared();

        Assert.Equal(department, _gazetteer.Locate(new GeoPoint(latitude, longitude)).Municipality?.Department);
    }

    [Theory]
    [InlineData(-15.84, -70.02)]            // Puno
    [InlineData(-22.11, -65.60)]            // La Quiaca
    [InlineData(14.90, -92.26)]             // Tapachula
    [InlineData(0, 0)]
    public void Abroad_a_pin_belongs_to_nobody(double latitude, double longitude)
    {
        ImportShared();

        Assert.Null(_gazetteer.Locate(new GeoPoint(latitude, longitude)).Municipality);
    }

    private ImportOutcome Import(string text) => new PlaceImport(_gazetteer, _places).Import(Encoding.UTF8.GetBytes(text), _ => { });

    private void ImportShared()
    {
        foreach (var file in new[] { "data/places/municipalities.geojson", "data/places/places.csv" })
        {
            var outcome = new PlaceImport(_gazetteer, _places).Import(File.ReadAllBytes(SharedData.PathOf(file)), _ => { });
            Assert.Empty(outcome.File.Faults);
        }
    }
}
