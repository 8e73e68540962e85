using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Reads what the words around a name say: in, to, from; a street, a person; what kind of place it is.</summary>
/// <param name="givenNames">Words that people are called by.</param>
/// <param name="isBookOfHamlets">Of so many names that any of them may be a surname.</param>
internal sealed class Surroundings(IReadOnlySet<string> givenNames, bool isBookOfHamlets = false)
{
    private static readonly FrozenSet<string> Streets = Set("calle", "avenida", "pasaje", "callejon", "calzada", "boulevard", "colegio", "escuela", "instituto", "hotel", "hostal", "residencial", "edificio", "flota", "restaurante", "universidad", "batallon", "regimiento", "barrio", "zona", "colonia", "urbanizacion", "condominio", "plaza", "plazuela", "parque", "cerveza", "bus", "trans", "transportes", "linea", "club", "banco", "hospital", "clinica", "iglesia", "parroquia", "virgen", "presidente", "canal", "radio", "fiesta", "noche", "dia", "feria", "lago", "lote", "kiosko");
    private static readonly FrozenSet<string> Titles = Set("don", "dona", "senor", "senora", "senorita", "sr", "sra", "srta", "licenciado", "licenciada", "lic", "doctor", "doctora", "dr", "dra", "profesor", "profesora", "profe", "prof", "hermano", "hermana", "hno", "hna", "compadre", "comadre", "tio", "tia", "primo", "prima", "maestro", "maestra", "alcalde", "concejal", "ingeniero", "ing", "capitan", "sargento", "teniente", "cabo", "oficial", "llamo", "llama", "llaman", "llamaba", "nombre", "apellido", "seno", "nana", "tata", "padre", "pastor", "familia");
    private static readonly FrozenSet<string> Small = Set("comunidad", "aldea", "caserio", "canton", "finca", "rancho", "estancia", "ayllu", "sindicato", "subcentral", "paraje", "parcialidad", "localidad", "hacienda", "parcela", "paso", "cruce");
    private static readonly FrozenSet<string> Negating = Set("es", "en", "de", "soy", "estoy", "vivo", "era", "fue", "a", "somos", "esta");
    private static readonly FrozenDictionary<string, SenseKind> Kinds = new Dictionary<string, SenseKind>(StringComparer.Ordinal)
    {
        ["municipio"] = SenseKind.Municipality,
        ["municipalidad"] = SenseKind.Municipality,
        ["ciudad"] = SenseKind.Municipality,
        ["pueblo"] = SenseKind.Municipality,
        ["alcaldia"] = SenseKind.Municipality,
        ["poblacion"] = SenseKind.Municipality,
        ["cabecera"] = SenseKind.Municipality,
        ["departamento"] = SenseKind.Department,
        ["provincia"] = SenseKind.Province,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a word says something of the place after it.</summary>
    public static bool IsCue(string word) =>
        PlaceRoles.IsMarker(word) || Streets.Contains(word) || Titles.Contains(word)
        || Small.Contains(word) || Kinds.ContainsKey(word) || word is "entre" or "porque" or "bolivia" or "guatemala";

    /// <summary>Whether a word says what kind of place is named: "municipio", "departamento".</summary>
    public static bool IsKind(string word) => Kinds.ContainsKey(word);

    /// <summary>Whether a word names a street, a house or a firm, which are called after places.</summary>
    public static bool IsStreet(string word) => Streets.Contains(word);

    /// <summary>The mention with what is said of it.</summary>
    /// <returns>Null when no place is meant: a street, a person, or a place that is denied.</returns>
    public Mention? Read(PlaceText text, Mention mention, List<Mention> all)
    {
        var words = text.Words;
        var article = mention.Start > 0 && SmallWords.HoldsArticle(words[mention.Start - 1].Text) && !words[mention.Start].AfterBreak;
        if (mention.Entry.WantsArticle && !article && words.Count > 3)
        {
            return null;
        }
        if (article && mention.Start > 1 && mention.Entry.NeverWithArticle && (mention.Entry.Everyday || mention.Cost >= 1))
        {
            return null;
        }
        // "del" and "al" are preposition and article in one.
        var at = mention.Start - (article && SmallWords.IsArticle(words[mention.Start - 1].Text) ? 2 : 1);
        var before = text.WordAt(at, mention.Start);
        if (Streets.Contains(before) || Titles.Contains(before) || IsNamed(text, at, before) || IsCalled(text, mention) || IsDenied(text, at) || IsPerson(text, mention))
        {
            return null;
        }
        var preposition = before is "de" or "del" or "en" or "a" or "al" or "por" or "para" or "con" or "la" or "el" ? before : "";
        var marker = preposition is "de" or "del" ? text.WordAt(at - 1, mention.Start) : before;
        marker = SmallWords.IsArticle(marker) ? text.WordAt(at - 2, mention.Start) : marker;
        SenseKind? kind = Kinds.TryGetValue(marker, out var said) && mention.Senses.Any(s => s.Kind == said) ? said : null;
        return mention with
        {
            Role = mention.Ending?.Role ?? PlaceRoles.Of(text, at, before, mention, all),
            SaidToBe = kind,
            SaidToBeSmall = Small.Contains(marker) || Small.Contains(before),
            Senses = kind is null ? mention.Senses : [.. mention.Senses.Where(s => s.Kind == kind)],
            Joined = SmallWords.Joins(before) || (mention.End < words.Count && SmallWords.Joins(words[mention.End].Text)),
        };
    }

    // "no es Sucre", "no en Sucre": the words between no and the name are few and small.
    private static bool IsDenied(PlaceText text, int at)
    {
        for (var i = at; i >= 0 && i > at - 4; i--)
        {
            if (text.Words[i].Text == "no")
            {
                // "No, Tarabuco": what is denied was asked before.
                return !text.Words[i + 1].AfterBreak;
            }
            if (!Negating.Contains(text.Words[i].Text))
            {
                return false;
            }
        }
        return false;
    }

    // "Catarina se llama mi nena"
    private static bool IsCalled(PlaceText text, Mention mention) =>
        mention.Entry.GivenName && mention.End + 1 < text.Words.Count && text.Words[mention.End].Text == "se" && text.Words[mention.End + 1].Text == "llama";

    // "mi nombre es Dolores"
    private static bool IsNamed(PlaceText text, int at, string before) =>
        before == "es" && text.WordAt(at - 1, at) is "nombre" or "apellido";

    // "Rosa Villanueva", where capitals tell names from words
    private static bool IsWrittenAsName(PlaceText text, Mention mention) =>
        text.MixedCase && mention.End == mention.Start + 1 && text.Words[mention.Start].Capital && text.Words[mention.Start - 1].Capital;

    private bool IsPerson(PlaceText text, Mention mention) =>
        mention.Start > 0 && (mention.Entry.Surname || isBookOfHamlets || IsWrittenAsName(text, mention)) && !text.Words[mention.Start].AfterBreak
        && givenNames.Contains(text.Words[mention.Start - 1].Text);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
