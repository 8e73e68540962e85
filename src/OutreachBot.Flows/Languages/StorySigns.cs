using System.Text.RegularExpressions;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>What a story says without being asked: a child, a coming date, somebody who can't leave.</summary>
/// <remarks>
/// A sign only speeds help up and lets the line say that those who protect children may have to be told; it never
/// stops anything. So a word is taken for a sign where a neighbour would take it so, and not where it speaks of the
/// past ("cuando era niña", "hace 5 años") or is denied.
/// </remarks>
public sealed partial class StorySigns
{
    private const int OfAge = 18;

    // A number of years that is how long, not how old.
    private static readonly HashSet<string> HowLongBefore = new(StringComparer.Ordinal)
    {
        "hace", "lleva", "llevo", "llevan", "llevamos", "por", "durante", "dentro", "en", "trabajo", "trabaja", "trabajaba", "trabaje", "trabajando",
        "trabajaron", "vive", "vivo", "vivio", "vivi", "viven", "vivimos", "viviendo", "estuvo", "estuve", "estuvimos", "estoy", "estamos",
        "paso", "pasaron", "pasan", "van", "fueron", "sirvio", "hacen", "cada", "tardo", "duro", "para", "pasado", "despues", "casi",
    };

    private static readonly HashSet<string> HowLongAfter = new(StringComparer.Ordinal)
    {
        "atras", "despues", "antes", "ahi", "alli", "aqui", "trabajando", "viviendo", "juntos", "juntas", "casados", "seguidos", "sin", "sirviendo",
    };

    private static readonly HashSet<string> Roughly = new(StringComparer.Ordinal) { "como", "unos", "apenas", "solo", "recien", "ya", "mas", "o", "menos", "nomas", "tan" };

    // "mi hija de 15 se fue": whose age is said by the number alone …
    private static readonly HashSet<string> Somebody = new(StringComparer.Ordinal)
    {
        "hija", "hijo", "hermana", "hermano", "hermanita", "hermanito", "sobrina", "sobrino", "prima", "primo", "nieta", "nieto", "ahijada", "ahijado",
        "hijita", "hijito", "entenada", "entenado", "chica", "chico", "chicas", "chicos", "muchacha", "muchacho", "joven", "vecina", "vecino", "alumna", "alumno",
    };

    // … unless it counts something else.
    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        "hijos", "hijas", "hermanos", "hermanas", "personas", "horas", "dias", "semanas", "meses", "kilos", "metros", "bolivianos", "quetzales", "pesos", "mil", "de",
    };

    private static readonly HashSet<string> BehindAnAge = new(StringComparer.Ordinal) { "y", "pero", "nomas", "recien", "apenas", "no", "se", "ella", "el", "la", "lo" };

    private readonly PhraseSet _children;

    public StorySigns(Keywords keywords)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        // Young women (sipas, txin), boys as men's word of address and words of three letters would be false alarms.
        _children = new PhraseSet(keywords.Words
            .Where(w => w.Concept is "child" or "girl" && w.Language != LanguageTag.Spanish && w.Confidence == Confidence.High && w.Use == KeywordUse.Plain)
            .Where(w => Collation.Key(w.Word) is { Length: >= 4 } key && key is not ("sipas" or "txin"))
            .Select(w => w.Word));
    }

    /// <summary>Somebody under 18 appears.</summary>
    public bool Minor(string text) => Sentences.Of(text).Any(s => Child(s) || Age(s.Split(' ')));

    /// <summary>A coming day is named on which somebody goes or is taken.</summary>
    public static bool Dated(string text) =>
        Sentences.Of(text).Any(s => Coming().IsMatch(Morning().Replace(s, " ")) && Goes().IsMatch(NotGoing().Replace(s, " ")) && !Habit().IsMatch(s));

    /// <summary>Somebody can't leave, or was taken, or is missing.</summary>
    public static bool Held(string text)
    {
        var sentences = Sentences.Of(text).ToList();
        return sentences.Exists(s => Locked().IsMatch(Denied().Replace(s, " ")) || CannotLeave().IsMatch(s) || StillThere().IsMatch(s) || Gone().IsMatch(NotListed().Replace(s, " ")))
            && !sentences.Exists(s => IsOut().IsMatch(s));
    }

    /// <summary>By the name a flow's <c>sign:</c> uses.</summary>
    public bool Bears(string sign, string text) => sign switch
    {
        "minor" => Minor(text),
        "dated" => Dated(text),
        "held" => Held(text),
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "no sign of stories"),
    };

    private bool Child(string sentence)
    {
        var words = sentence.Split(' ');
        return ChildWord().IsMatch(NoChild().Replace(sentence, " "))
            || Enumerable.Range(0, words.Length).Any(at => _children.LengthAt(words, at) > 0);
    }

    private static bool Age(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (NumberReader.Word(words[at]) is not { } years || years is < 1 or > OfAge)
            {
                continue;
            }
            var next = at + 1 < words.Length ? words[at + 1] : null;
            var before = Before(words, at);
            var isAge = next is "ano" or "anos" or "anito" or "anitos" or "anios"
                ? !PartOfNumber(words, at) && (years > 1 || before is "tiene") && !HowLongBefore.Contains(before) && !(at + 2 < words.Length && HowLongAfter.Contains(words[at + 2])) && !Over(words, at)
                : before is "de" && at > 1 && Somebody.Contains(words[at - 2]) ? years >= 5 && (next is null || !Counted.Contains(next))
                : before is "tengo" or "tiene" or "cumplio" or "cumpli" or "cumple" && years >= 5 && (next is null || BehindAnAge.Contains(next));
            if (isAge && (years < OfAge || Under(words, at)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The word before a number, past "como unos", "apenas"; empty at the start.</summary>
    private static string Before(string[] words, int at)
    {
        var before = at - 1;
        while (before >= 0 && Roughly.Contains(words[before]))
        {
            before--;
        }
        return before < 0 ? "" : before > 0 && words[before - 1] == "dentro" ? "dentro" : words[before];
    }

    /// <summary>"treinta y cinco", "dos mil nueve"; and "los dos años", which is a time, beside "a los dos años", which is an age.</summary>
    private static bool PartOfNumber(string[] words, int at) =>
        at > 0 && (words[at - 1] == "mil" || NumberReader.Word(words[at - 1]) is >= 20
            || (words[at - 1] == "y" && at > 1 && NumberReader.Word(words[at - 2]) is >= 20)
            || (words[at - 1] is "los" or "ultimos" or "proximos" && !(at > 1 && words[at - 2] is "a" or "desde" or "de")));

    private static bool Over(string[] words, int at) => at >= 2 && words[at - 1] is "de" or "a" && words[at - 2] is "mayor" or "mayores" or "mas";

    private static bool Under(string[] words, int at) => at >= 2 && words[at - 1] is "de" or "a" && words[at - 2] is "menor" or "menores" or "menos";

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const string Nobody = @"\b(no|sin|ni|nunca|ningun|ninguna|tampoco)( (hay|es|son|era|tengo|tiene|tenemos|una?|ningun|ninguna|la|el|ya|mas))* ";

    // Quechua and Aymara put their endings behind the word: wawata, wawaruw.
    [GeneratedRegex(@"\b(nin[oa]s?|nin[ei]t[oa]s?|adolescentes?|menor(es)? de edad|(un|una|la|el|los|las|es|son|unos|unas|de|hay|con|varios|varias) menor(es)?|menores|criaturas?|bebes|(el|la|un|una|su|mi|al|del|de|con|tiene|hay|otro|otra|ese|esa) bebe|bebit[oa]s?|guaguas?|huahuas?|(wawa|imilla|yuqalla|warma)[a-z]*|wawit[oa]s?|jovencit[oa]s?|muchachit[oa]s?|chiquill[oa]s?|patojit[oa]s?|colegialas?|quinceaneras?)\b", Linear)]
    private static partial Regex ChildWord();

    // What is denied, what is long ago, and the younger one of grown-up sisters.
    [GeneratedRegex(Nobody + @"(nin[oa]s?|adolescentes?|menor(es)?( de edad)?|bebes?|wawas?|guaguas?)\b|\b(desde|era|eramos|fui|de|cuando) (chic[oa] |muy )?(nin[oa]|wawa|adolescente)\b|\b(la|el|mi|su|una|un) (menor|mayor) de (mis|las|los|sus|mis) |\b(mayor|mayores) de edad\b", Linear)]
    private static partial Regex NoChild();

    [GeneratedRegex(@"\b((pasado )?manana|(el|este|proximo|para el) (proximo )?(lunes|martes|miercoles|jueves|viernes|sabado|domingo)( (proximo|que viene|en la|a las|de madrugada))?|(proxima|esta|otra) semana|semana que viene|proximo mes|mes que viene|fin de semana|esta noche|hoy( dia| mismo| en la noche)?|(en|dentro de) ([0-9]+|un|dos|tres|cuatro|cinco|unos|pocos) (dias?|semanas?|mes|meses)|[0-9]{1,2} de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)|ya mismo|madrugada)\b", Linear)]
    private static partial Regex Coming();

    [GeneratedRegex(@"\b(la|las|esta|cada|una) mananas?\b", Linear)]
    private static partial Regex Morning();

    [GeneratedRegex(@"\b(va|van|(me|nos) (voy|vamos)|ira|iran|irse|irnos|viaja|viajan|viajo|viajamos|viajar|viajara|viajaran|lleva|llevan|llevar|llevarla|llevarlo|llevarse|llevarsela|llevara|llevaran|casan|casar|casarla|casaran|casa con|sale|salen|saldra|saldran|parte|parten|entregan|entregar|entregara|entregaran|manda|mandan|mandar|mandaran|vende|venden|venderla|recoge|recogen|recoger|recogera|cruza|cruzan|cruzar|embarca|embarcan|(viene|vienen|vendra|vendran|vuelve|vuelven) (por|a)|sacan|sacar|sacaran|trasladan|mueven)\b", Linear)]
    private static partial Regex Goes();

    [GeneratedRegex(@"\b(no|nunca|tampoco)( (se|la|lo|las|los|le|les|me|nos|te))* [a-z]+", Linear)]
    private static partial Regex NotGoing();

    [GeneratedRegex(@"\b(todos los|todas las|cada|los) (dias?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|semanas?|mananas|noches)\b", Linear)]
    private static partial Regex Habit();

    [GeneratedRegex(@"\b(encerrad[oa]s?|encierran?|secuestrad[oa]s?|secuestraron|retenid[oa]s?|bajo llave|con candado|amarrad[oa]s?|atad[oa]s?|no l[aeo]s? sueltan?|l[aeo]s? tienen? (ahi|alli|alla|guardad[oa]s?|escondid[oa]s?))\b", Linear)]
    private static partial Regex Locked();

    [GeneratedRegex(@"\b(no|ni|nunca|estaba|estaban|estuvo|estuvieron)( (esta|estan|estaba|es|la|lo|le|tienen?|se|me))* (encerrad|secuestrad|retenid|amarrad|atad)[oa]s?\b", Linear)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(no|nunca|tampoco|ni)( (se|la|lo|las|los|le|les|me|nos|te))* (dejan?|dejaron|permiten?|pueden?|puedo|podemos)( (se|que|la|lo|las|los|le|me|nos|ni|a|su|mi|hija|hijo))* (salir|salirse|salga|salgan|ir|irse|irme|irnos|vaya|vayan|volver|regresar|escapar|escaparse)\b|\b(no|nunca|casi no|ya no) (se )?salen? (nunca|de (la|su|esa|ahi)|sol[oa]|para nada|a ningun|ni)|\b(nunca|jamas) (l[aeo] )?(dejan )?sal(e|en|ir)\b", Linear)]
    private static partial Regex CannotLeave();

    [GeneratedRegex(@"\b((sigue|siguen|esta todavia|todavia esta|estan todavia|todavia estan|aun esta|aun estan) (ahi|alli|alla|aqui|dentro|adentro|en (la|el|esa|ese|su|una?) (casa|finca|local|bar|cuarto|mina|taller|hacienda|cantina|hotel|rancho|campamento)|con (el|ella|ellos|ese|esa|la|un|una)))\b", Linear)]
    private static partial Regex StillThere();

    private const string Kin = @"((mi|mis|su|sus|la|las|el|los|una?|otra|esa|nuestra|nuestro|tu) )(hij|herman|sobrin|prim|niet|ahijad|entenad|nin|chic|muchach|jovencit|vecin|alumn|amig|compañer|companer|cunad|espos|patoj|guagu|wawa|mama|papa|madre|senorit|joven)[a-z]*";

    // "se llevaron a mi hija", "mi hija no aparece": a thing that was taken or lost is none.
    [GeneratedRegex(@"\b(((se|me|nos) )?(l[aeo]s? )?(llevo|llevaron|quito|quitaron|robo|robaron|arrebataron) a " + Kin + @"|(se|me) l[ao]s? (llevo|llevaron)|desaparecio a?" + Kin + @"|desaparecio " + Kin + "|" + Kin + @"( [a-z0-9]+){0,8}? (desaparecio|esta desaparecid[oa]|no aparece|(ya )?no (me |nos )?(contesta|responde)|no (ha vuelto|volvio|regreso|ha regresado)|(se )?perdio)|no aparece " + Kin + @"|no (ha vuelto|volvio|regreso|ha regresado)( [a-z]+){0,4}? " + Kin + @"|no (se|sabemos) nada de (ella|el|ellas|ellos|" + Kin + @"))\b", Linear)]
    private static partial Regex Gone();

    [GeneratedRegex(@"\bno aparece(n)? (en|entre) (la|el|las|los|su|sus|mi|mis|esa|ese|una?) (lista|foto|papel|documento|registro|sistema|padron|planilla)[a-z]*", Linear)]
    private static partial Regex NotListed();

    [GeneratedRegex(@"\b(ya (se )?(salio|salieron|escapo|escaparon|volvio|volvieron|regreso|regresaron)|ya (la|lo|las|los|le) (dejaron salir|soltaron|rescataron|sacaron)|ya esta (libre|en (mi|su|la|nuestra) casa|con nosotros|a salvo)|(logro|pudo) (salir|escapar|escaparse))\b", Linear)]
    private static partial Regex IsOut();
}
