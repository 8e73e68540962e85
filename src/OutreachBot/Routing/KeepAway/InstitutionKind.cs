using System.Collections.Frozen;

namespace OutreachBot.Routing.KeepAway;

/// <summary>A kind of institution: the words by which people name it or its people, and those its name on file may hold.</summary>
/// <param name="Said">Folded words or phrases.</param>
/// <param name="OnFile">Folded words.</param>
internal sealed record InstitutionKind(string Name, FrozenSet<string> Said, FrozenSet<string> OnFile)
{
    public static readonly InstitutionKind Police = Of(
        "police",
        "policia policias policial pnc felcc felcv felcn transito comisaria comisario uniformado uniformados patrulla tombo tombos paco pacos",
        "policia pnc felcc felcv felcn deic comisaria");

    public static readonly InstitutionKind LocalAuthority = Of(
        "local_authority",
        "alcalde alcaldesa alcaldia concejal concejala concejales concejo subalcalde subalcaldesa intendente intendencia corregidor corregidora municipio "
        + "municipalidad munipal muni municipal cocode comude autoridad autoridades dirigente dirigentes mallku mallkus jilakata jilacata cacique kuraka "
        + "jilanqu sindicato subgobernador gobernador gobernadora gobernacion diputado diputada senador asambleista",
        "alcaldia municipio municipalidad municipal gam gobierno autonomo intendencia concejo cocode slim dna gobernacion corregimiento");

    public static readonly IReadOnlyList<InstitutionKind> All =
    [
        Police,
        LocalAuthority,
        Of("prosecutor", "fiscal fiscales fiscalia mp", "fiscalia fiscal ministerio mp"),
        Of("court", "juez jueza jueces juzgado juzgados tribunal", "juzgado tribunal organismo judicial"),
        Of("ombudsman", "defensoria procuraduria procurador pdh pgn", "defensoria procuraduria pdh pgn"),
        Of("health", "medico medica doctor doctora enfermera enfermero hospital posta promotor salud", "hospital salud posta clinica caja"),
        Of("school", "profesor profesora profe maestro maestra director directora escuela colegio", "escuela colegio unidad educativa magisterio"),
        Of("church", "pastor cura padre parroco iglesia catequista monja", "iglesia parroquia pastoral diocesis caritas"),
        Of("army", "militar militares soldado soldados ejercito cuartel", "ejercito militar fuerzas armadas"),
        Of("migration", "migracion", "migracion"),
    ];

    private static InstitutionKind Of(string name, string said, string onFile) =>
        new(name, said.Split(' ').ToFrozenSet(StringComparer.Ordinal), onFile.Split(' ').ToFrozenSet(StringComparer.Ordinal));
}
