using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

/// <summary>Where an institution must not know, nobody of it gets the tip, however its name is written, and whenever she came on file.</summary>
public sealed class KeptInstitutionTests
{
    private static readonly KeepAwayWords Reader = new(Ask.Places);

    public static TheoryData<string, string> PoliceForces => new MatrixTheoryData<string, string>(
        ["police", "la policía", "felcv", "la F.E.L.C.V.", "el comandante"],
        [
            "Fuerza Especial de Lucha Contra la Violencia", "Fuerza Especial de Lucha contra el Crimen", "Comando Departamental",
            "Transito Sucre", "Estacion Policial Integral", "Policías Sucre", "F.E.L.C.C. Sucre", "F E L C V", "FELCC-Sucre", "DPROVE", "Comisaría 3",
        ]);

    public static TheoryData<string, string> TownHalls => new MatrixTheoryData<string, string>(
        ["authority", "el alcalde", "la subalcaldesa", "el concejo municipal", "las autoridades", "GAM"],
        [
            "G.A.M. Tarabuco", "GAM Tarabuco", "Gobierno Autónomo Municipal de Tarabuco", "Subalcaldía Distrito 3", "Municipio de Tarabuco",
            "SLIM Tarabuco", "D.N.A. Tarabuco", "Defensoría de la Niñez", "Alcaldia",
        ]);

    [Theory]
    [MemberData(nameof(PoliceForces))]
    public void A_police_force_is_kept_away_by_any_of_its_names(string words, string institution) => IsKeptAway(words, institution);

    [Theory]
    [MemberData(nameof(TownHalls))]
    public void A_town_hall_is_kept_away_by_any_of_its_names(string words, string institution) => IsKeptAway(words, institution);

    [Theory]
    [InlineData("el fiscal", "Fiscalía Departamental de Chuquisaca")]
    [InlineData("el fiscal", "M.P. Sololá")]
    [InlineData("la jueza", "Juzgado 2º de Familia")]
    [InlineData("la G.A.M. y F.E.L.C.V.", "Comando Departamental")]
    [InlineData("la G.A.M. y la F. E. L. C. V.", "G. A. M. Tarabuco")]
    [InlineData("los militares", "Fuerzas Armadas")]
    [InlineData("el profesor", "Unidad Educativa Tarabuco")]
    public void So_is_any_other_kind(string words, string institution) => IsKeptAway(words, institution);

    [Theory]
    [InlineData("police", "Defensoría del Pueblo")]
    [InlineData("authority", "Defensoría del Pueblo")]
    [InlineData("police", "Casa de la Mujer")]
    [InlineData("authority", "Policlínico Tránsito Amaguaña, comunidad Munaypata")]
    public void Who_is_of_none_of_it_stays(string words, string institution)
    {
        Responder elena = Given.Coordinator().In("BO").Of(institution);

        Assert.Single(Ask.Rank(QuestionOf(Reader.Read([elena], "BO-010601", words)), elena).Candidates);
    }

    [Theory]
    [InlineData("police")]
    [InlineData("authority")]
    [InlineData("local_authority")]
    [InlineData("el alcalde")]
    [InlineData("el médico")]
    [InlineData("Pedro Rojas")]
    [InlineData("Oficina Sin Nombre")]
    public void Where_an_institution_was_said_no_official_is_asked_before_a_coordinator_has_read_it(string words)
    {
        Responder prosecutor = Given.Official().Called("Marta Supuesta").In("BO-01").Of("Ministerio de la Mujer");
        Responder pedro = Given.Official().Called("Pedro Rojas").In("BO-070101").Of("Oficina Sin Nombre");
        Responder defender = Given.Defender().Called("Rosa Ficticia").In("BO-010601");

        var question = QuestionOf(Reader.Read([prosecutor, pedro, defender], "BO-010601", words));

        Assert.Contains(Ask.Rank(question, prosecutor).Excluded, e => e.Excluded is Exclusion.Official or Exclusion.CoordinatorOnly);
        var read = question with { CoordinatorOnly = false, Marks = question.Marks with { InstitutionSaid = false } };
        Assert.Single(Ask.Rank(read, prosecutor).Candidates);
    }

    [Fact]
    public void Where_only_a_defender_was_named_an_official_may_be_asked()
    {
        Responder official = Given.Official().Called("Marta Supuesta").In("BO-01").Of("Fiscalía");
        Responder rosa = Given.Defender().Called("Rosa Ficticia").In("BO-010601").Of("Red Prueba");

        Assert.Single(Ask.Rank(QuestionOf(Reader.Read([official, rosa], "BO-010601", "Rosa Ficticia")), official).Candidates);
    }

    [Theory]
    [InlineData("police", "Comando Departamental", true)]
    [InlineData("la policía", "FELCC", true)]
    [InlineData("authority", "G.A.M. Tarabuco", true)]
    [InlineData("authority", "", true)]
    [InlineData("la policía y el alcalde", "GAM", true)]
    [InlineData("police", "G.A.M. Tarabuco", false)]
    [InlineData("nobody", "FELCC", false)]
    public void Who_comes_on_file_later_is_kept_away_by_the_kind(string words, string institution, bool keptAway)
    {
        var marks = Reader.Read([], "BO-010601", words).Marks;
        Responder later = Given.Official().In("BO-010601").Of(institution);
        Responder tied = Given.Defender().In("BO-010601").With(r => r with { ExcludedInstitutions = [institution] });

        Assert.Equal(keptAway, marks.Fit(later));
        Assert.Equal(keptAway && institution.Length > 0, marks.Fit(tied));
    }

    [Fact]
    public void The_defender_keeps_away_whoever_serves_the_place_from_afar_and_who_comes_later()
    {
        Responder here = Given.Defender().Called("Rosa Ficticia").In("BO-010601");
        Responder department = Given.Defender().Called("Ana Ficticia").In("BO-01");
        Responder country = Given.Defender().Called("Olga Ficticia").In("BO");
        Responder elsewhere = Given.Defender().Called("Sara Ficticia").In("BO-070101");

        var kept = Reader.Read([here, department, country, elsewhere], "BO-010601", "la defensora");

        Assert.True(kept.Responders.SetEquals([here.Id, department.Id, country.Id]));
        Assert.False(kept.NamesNobodyOnFile);
        Assert.True(kept.Marks.Fit(Given.Defender().Called("Nieves Ficticia").In("BO-01")));
        Assert.False(kept.Marks.InstitutionSaid);
        Assert.True(Reader.Read([department], "BO-010601", "la defensora").NamesNobodyOnFile);
    }

    private static void IsKeptAway(string words, string institution)
    {
        Responder official = Given.Official().Called("Juan Ficticio").In("BO-01").Of(institution);
        var kept = Reader.Read([official], "BO-010601", words);

        Assert.Contains(official.Id, kept.Responders);
        Assert.True(kept.Marks.Fit(official with { Id = ResponderId.Draw(), Name = "Otro Ficticio", Institution = institution }));
    }

    private static RoutingQuestion QuestionOf(KeptAway kept) => Ask.About() with
    {
        KeepAway = kept.Responders,
        Marks = kept.Marks,
        CoordinatorOnly = kept.NamesNobodyOnFile,
        OfficialsAllowed = true,
    };
}
