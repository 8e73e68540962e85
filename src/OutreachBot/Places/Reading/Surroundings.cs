using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Reads what the words around a name say: in, to, from; a street, a person; what kind of place it is.</summary>
/// <param name="givenNames">Words that people are called by.</param>
/// <param name="isBookOfHamlets">Of so many names that any of them may be a surname.</param>
internal sealed class Surroundings(IReadOnlySet<string> givenNames, bool isBookOfHamlets = false)
{
    private static readonly FrozenSet<string> Inside = Set("en", "pa", "chi", "chwi", "desde", "aqui", "aca", "vivo", "estoy", "somos", "soy");
    private static readonly FrozenSet<string> Toward = Set("a", "al", "hacia", "para", "rumbo", "hasta", "destino");
    private static readonly FrozenSet<string> Nearness = Set("cerca", "junto", "frente", "km", "kilometros", "kms", "minutos", "minuto", "hora", "horas", "lado", "cercania", "lejos", "antes", "despues", "pie", "camino", "legua", "leguas");
    private static readonly FrozenSet<string> Parts = Set("entrada", "salida", "afueras", "centro", "norte", "sur", "este", "oeste", "pertenece", "orillas");
    private static readonly FrozenSet<string> Happening = Set("paso", "fue", "ocurrio", "sucedio", "sucede", "pego", "pegaron", "golpeo", "golpearon", "violo", "violaron", "vendio", "vendieron", "encerraron", "encerro", "agarro", "agarraron", "robaron", "desaparecio", "perdio");
    private static readonly FrozenSet<string> Turning = Set("y", "pero", "ahora", "hoy", "luego", "despues", "estoy", "esta", "estamos", "vivo", "vive");
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
        Inside.Contains(word) || Toward.Contains(word) || Parts.Contains(word) || Nearness.Contains(word) || Streets.Contains(word) || Titles.Contains(word)
        || Small.Contains(word) || Kinds.ContainsKey(word) || word is "entre" or "porque" or "bolivia" or "guatemala";

    /// <summary>Whether a word says that a place is near another, and not in it.</summary>
    public static bool IsNearness(string word) => Nearness.Contains(word) || Parts.Contains(word);

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
        var before = WordAt(text, at, mention.Start);
        if (Streets.Contains(before) || Titles.Contains(before) || IsNamed(text, at, before) || IsCalled(text, mention) || IsDenied(text, at) || IsPerson(text, mention))
        {
            return null;
        }
        var preposition = before is "de" or "del" or "en" or "a" or "al" or "por" or "para" or "con" or "la" or "el" ? before : "";
        var marker = preposition is "de" or "del" ? WordAt(text, at - 1, mention.Start) : before;
        marker = SmallWords.IsArticle(marker) ? WordAt(text, at - 2, mention.Start) : marker;
        SenseKind? kind = Kinds.TryGetValue(marker, out var said) && mention.Senses.Any(s => s.Kind == said) ? said : null;
        return mention with
        {
            Role = mention.Ending?.Role ?? RoleOf(text, at, before, mention, all),
            SaidToBe = kind,
            SaidToBeSmall = Small.Contains(marker) || Small.Contains(before),
            Senses = kind is null ? mention.Senses : [.. mention.Senses.Where(s => s.Kind == kind)],
            Joined = SmallWords.Joins(before) || (mention.End < words.Count && SmallWords.Joins(words[mention.End].Text)),
        };
    }

    private static PlaceRole RoleOf(PlaceText text, int at, string before, Mention mention, List<Mention> all)
    {
        if (IsBetween(text, at, all) || IsEither(text, mention, all) || IsOnTheRoad(text, at, before, mention, all))
        {
            return PlaceRole.Between;
        }
        var role = RoleOf(text, at, before);
        return role != PlaceRole.Inside ? role
            : Happened(text, at, all) ? PlaceRole.Event
            : before == "en" && WordAt(text, at - 1, at) is "aqui" or "aca" ? PlaceRole.Here
            : IsBirth(before, WordAt(text, at - 1, at)) ? PlaceRole.From
            : role;
    }

    private static PlaceRole RoleOf(PlaceText text, int at, string before)
    {
        if (before is "de" or "del")
        {
            return RoleOfHead(text, at - 1);
        }
        if (Nearness.Contains(before))
        {
            return PlaceRole.Near;
        }
        if (Toward.Contains(before))
        {
            var head = WordAt(text, at - 1, at);
            return Nearness.Contains(head) ? PlaceRole.Near : Parts.Contains(head) ? PlaceRole.Inside : PlaceRole.To;
        }
        return before is "por" ? PlaceRole.Near : Inside.Contains(before) ? PlaceRole.Inside : PlaceRole.None;
    }

    // "cerca de", "a dos horas de", "centro de", "al hospital de"
    private static PlaceRole RoleOfHead(PlaceText text, int at)
    {
        var head = WordAt(text, at, at + 1);
        var further = WordAt(text, at - 1, at + 1);
        if (Nearness.Contains(head) || Nearness.Contains(further))
        {
            return PlaceRole.Near;
        }
        if (Streets.Contains(head) && Toward.Contains(SmallWords.IsArticle(further) ? WordAt(text, at - 2, at + 1) : further))
        {
            return PlaceRole.To;
        }
        if (head is "soy" or "somos" or "es")
        {
            return PlaceRole.From;
        }
        return Inside.Contains(head) || Parts.Contains(head) || Parts.Contains(further) || Kinds.ContainsKey(head) ? PlaceRole.Inside : PlaceRole.From;
    }

    private static bool IsBetween(PlaceText text, int at, List<Mention> all)
    {
        for (var i = at; i >= 0 && i > at - 6 && i < text.Words.Count; i--)
        {
            if (text.Words[i].Text == "entre" && !all.Exists(m => m.Start <= i && i < m.End))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsBirth(string before, string verb) => before == "en" && verb is "naci" or "nacio" or "nacida" or "nacido" or "crecio" or "creci";

    // "camino a Barillas, veníamos de Soloma": somewhere between the two, and neither is sure.
    private static bool IsOnTheRoad(PlaceText text, int at, string before, Mention mention, List<Mention> all) =>
        IsBoundFor(text, at, before)
            ? all.Exists(m => m.Start != mention.Start)
            : all.Exists(m => m.Start != mention.Start && IsBoundFor(text, m.Start - 1, WordAt(text, m.Start - 1, m.Start)));

    private static bool IsBoundFor(PlaceText text, int at, string before) =>
        before is "a" or "al" or "hacia" && WordAt(text, at - 1, at) is "camino" or "rumbo" or "saliendo";

    // "Chulumani o Irupana"
    private static bool IsEither(PlaceText text, Mention mention, List<Mention> all) => all.Exists(other =>
        other.Start != mention.Start
        && (IsOr(text, mention.End, other.Start) || IsOr(text, other.End, mention.Start)));

    private static bool IsOr(PlaceText text, int from, int to)
    {
        var or = false;
        for (var i = from; i < to; i++)
        {
            or |= text.Words[i].Text is "o" or "u";
            if (!SmallWords.Contains(text.Words[i].Text) && text.Words[i].Text != "por")
            {
                return false;
            }
        }
        return or;
    }

    // "me pegó en mi casa en Mineros", and not "me pegó en Llallagua y ahora estoy en Oruro"
    private static bool Happened(PlaceText text, int at, List<Mention> all)
    {
        for (var i = at; i >= 0 && i > at - 6; i--)
        {
            var word = text.Words[i].Text;
            if (Happening.Contains(word))
            {
                return true;
            }
            if (text.Words[i].AfterBreak || Turning.Contains(word) || all.Exists(m => m.Start <= i && i < m.End))
            {
                return false;
            }
        }
        return false;
    }

    // "no es Sucre", "no en Sucre": the words between no and the name are few and small.
    private static bool IsDenied(PlaceText text, int at)
    {
        for (var i = at; i >= 0 && i > at - 4; i--)
        {
            if (text.Words[i].Text == "no")
            {
                return true;
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
        before == "es" && WordAt(text, at - 1, at) is "nombre" or "apellido";

    private bool IsPerson(PlaceText text, Mention mention) =>
        mention.Start > 0 && (mention.Entry.Surname || isBookOfHamlets) && !text.Words[mention.Start].AfterBreak
        && givenNames.Contains(text.Words[mention.Start - 1].Text);

    // Empty where there is none, or something stands between.
    private static string WordAt(PlaceText text, int i, int end)
    {
        if (i < 0 || i >= text.Words.Count)
        {
            return "";
        }
        for (var k = i + 1; k <= end && k < text.Words.Count; k++)
        {
            if (text.Words[k].AfterBreak)
            {
                return "";
            }
        }
        return text.Words[i].Text;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
