using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing.KeepAway;

/// <summary>A kind of institution: how people say it or its people, and how it may be written on file.</summary>
/// <remarks>Wide on purpose: to keep one too many away costs a step; to keep one too few tells the accused.</remarks>
/// <param name="Name">As it is kept with a tip; never changed.</param>
internal sealed record InstitutionKind(string Name, WordPatterns Said, WordPatterns OnFile)
{
    public static readonly InstitutionKind Police = Of(
        "police",
        "police polici* polis polisi* pulici* pnc felc* dprov* diprov* transit* lucha_contra comand* comisar* uniformad* patrull* sargento* tombo tombos paco pacos",
        "polici* pnc felc* dprov* diprov* deic transit* lucha_contra fuerza_especial comando* comisar* patrull* interpol umopar epi epis bombero*");

    public static readonly InstitutionKind LocalAuthority = Of(
        "local_authority",
        "alcald* subalcald* concej* intenden* corregi* municip* munipal* muni gam goberna* subgoberna* gobierno* cocode* comude* autorid* authorit* dirigent* mallku* "
        + "jilakat* jilacat* cacique* kuraka* curaca* jilanqu* sindicat* diputad* senador* asambleist* slim slims dna dnas",
        "alcald* subalcald* concej* intenden* corregi* municip* muni gam gams gad gaioc gobierno* goberna* subgoberna* autonomia_indigena cocode* comude* slim slims "
        + "dna dnas defensori* sindicat* subcentral* ayllu*",
        but: "defensoria_del_pueblo");

    public static readonly IReadOnlyList<InstitutionKind> All =
    [
        Police,
        LocalAuthority,
        Of("prosecutor", "fiscal* ministerio_publico mp", "fiscal* ministerio* mp"),
        Of("court", "juez* juec* juzgad* tribunal*", "juzgad* tribunal* judicial* juez*"),
        Of("ombudsman", "defensori* procurad* pdh pgn", "defensori* procurad* pdh pgn"),
        Of("health", "medic* doctor* enfermer* hospital* posta postas promotor salud", "hospital* salud posta clinica* caja medic* sanitari*"),
        Of("school", "profesor* profe maestr* director directora escuel* colegio*", "escuel* colegio* unidad_educativa educativ* magisterio*"),
        Of("church", "pastor* cura padre parroc* parroqui* iglesia* catequista* monja*", "iglesia* parroqui* pastoral* dioces* arquidioces* caritas"),
        Of("army", "militar* soldad* ejercit* cuartel*", "ejercit* militar* fuerzas_armadas fuerza_aerea armada cuartel* regimiento*"),
        Of("migration", "migraci*", "migraci*"),
    ];

    public static InstitutionKind? Named(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>Whether she is of it, or may well be.</summary>
    public bool Has(Responder responder) => IsOf(responder.Institution) || (ReferenceEquals(this, LocalAuthority) && IsUnknownOfficeOfATown(responder));

    public bool HasATie(Responder responder) => responder.ExcludedInstitutions.Any(IsOf);

    public bool IsOf(string institution) => OnFile.AreIn(WordsOf(institution));

    public static IEnumerable<string> WordsOf(string text) => FoldedWords.Of(Initials.Joined(text));

    // An office of one town whose name tells nothing is the town's as likely as not.
    private static bool IsUnknownOfficeOfATown(Responder responder) =>
        responder.Role == ResponderRole.Official
        && responder.Areas.Any(a => PlaceId.TryParse(a, out var id) && id.Level is PlaceLevel.Municipality or PlaceLevel.Community)
        && !All.Any(k => k.IsOf(responder.Institution));

    private static InstitutionKind Of(string name, string said, string onFile, string but = "") =>
        new(name, new WordPatterns(said), new WordPatterns(onFile, but));
}
