using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

public sealed class KeepAwayWordsTests
{
    private static readonly Responder Rosa = Given.Defender().Called("Rosa Mamani Quispe").In("BO-010601").Of("Red Tarabuco");
    private static readonly Responder Ana = Given.Defender().Called("Ana Flores").In("BO-010601").Of("Red Tarabuco");
    private static readonly Responder Lucia = Given.Defender().Called("Lucía Choque").In("BO-070101").Of("Casa de la Mujer");
    private static readonly Responder Mayor = Given.Official().Called("Juan Condori").In("BO-010601").Of("Alcaldía de Tarabuco");
    private static readonly Responder Officer = Given.Official().Called("Pedro Rojas").In("BO-01").Of("FELCV Sucre");
    private static readonly Responder Elena = Given.Coordinator().Called("Elena Vargas").In("BO").Of("Coordinación nacional");
    private static readonly Responder[] OnFile = [Rosa, Ana, Lucia, Mayor, Officer, Elena];

    public static TheoryData<string?, string, bool> Words => new()
    {
        // Nobody
        { null, "", false },
        { "  ", "", false },
        { "nobody", "", false },
        { "none", "", false },
        { "nadie", "", false },
        { "No, nadie.", "", false },

        // Options
        { "police", "Officer", false },
        { "authority", "Mayor", false },
        { "local_authority", "Mayor", false },

        // Names, with all of their institution
        { "Lucia Choque", "Lucia", false },
        { "doña Rosa Mamani", "Rosa Ana", false },
        { "rosa mamany", "Rosa Ana", false },
        { "Elena Vargas", "Elena", false },
        { "Policarpio", "", true },
        { "Casa de la Mujer", "Lucia", false },

        // Kinds of people
        { "la policía", "Officer", false },
        { "el alcalde", "Mayor", false },
        { "el concejal", "Mayor", false },
        { "la defensora", "Rosa Ana", false },
        { "la coordinadora", "Elena", false },
        { "el concejal y su prima la defensora", "Mayor Rosa Ana", false },
        { "el alcalde, la policia y la coordinadora", "Mayor Officer Elena", false },

        // Somebody who isn't on file, alone or among others
        { "mi marido", "", true },
        { "mi tio Carlos", "", true },
        { "el profesor", "", true },
        { "la policia y mi cuñado", "Officer", true },
        { "Rosa", "Rosa Ana", true },
        { "???", "", true },

        // Names that are offices too: who is called doña or aunt is a person
        { "doña Tránsito", "", true },
        { "mi tía tránsito", "", true },
        { "don Paco", "", true },
        { "el de tránsito", "Officer", false },
        { "los pacos", "Officer", false },
        { "él", "", true },
        { "ella no", "", true },
        { "a nadie más", "", false },

        // Several in a breath: everybody who may be meant, and nobody local while a word is left over
        { "Rosa Mamani Quispe esposa del hermano Lucia Choque", "Rosa Ana Lucia", true },
        { "Rosa Mamani Lucia", "Rosa Ana Lucia", true },
        { "la esposa del alcalde", "Mayor", true },
        { "Rosa Mamani Carlos", "Rosa Ana", true },
        { "la defensora Carmen", "Rosa Ana", true },
        { "la defensora Rosa", "Rosa Ana", false },
        { "mi tío el alcalde", "Mayor", false },
        { "el alcalde de Tarabuco", "Mayor", false },
        { "que no se enteren los policías", "Officer", false },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_mean_those_on_file_or_leave_only_coordinators(string? words, string expected, bool coordinatorOnly)
    {
        var kept = new KeepAwayWords(Ask.Places).Read(OnFile, "BO-010601", words);

        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            OnFile.Where(r => kept.Responders.Contains(r.Id)).Select(NameOf).Order());
        Assert.Equal(coordinatorOnly, kept.NamesNobodyOnFile);
    }

    [Fact]
    public void A_community_is_kept_away_with_whoever_stands_for_it()
    {
        Responder one = Given.Defender().Called("Sabina Colque").In("BO-C0001");
        Responder other = Given.Defender().Called("Nieves Limachi").In("BO-C0001", "BO-010601");

        var kept = new KeepAwayWords(Ask.Places).Read([one, other], "BO-010601", "Sabina Colque");

        Assert.Equal(2, kept.Responders.Count);
    }

    [Fact]
    public void A_responder_s_id_means_her_and_her_institution()
    {
        var kept = new KeepAwayWords(Ask.Places).Read(OnFile, "BO-010601", Rosa.Id.ToString());

        Assert.True(kept.Responders.SetEquals([Rosa.Id, Ana.Id]));
        Assert.True(new KeepAwayWords(Ask.Places).Read(OnFile, null, ResponderId.Draw().ToString()).NamesNobodyOnFile);
    }

    private static string NameOf(Responder responder) => responder.Name.Split(' ')[0] switch
    {
        "Lucía" => "Lucia",
        "Juan" => "Mayor",
        "Pedro" => "Officer",
        var name => name,
    };
}
