using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>What the words before a name say of the place: in, near, to, from, where it happened, what she only passes.</summary>
internal static class PlaceRoles
{
    private static readonly FrozenSet<string> Inside = Set("en", "pa", "chi", "chwi", "desde", "aqui", "aca", "vivo", "estoy", "somos", "soy");
    private static readonly FrozenSet<string> Toward = Set("a", "al", "hacia", "para", "rumbo", "hasta", "destino");
    private static readonly FrozenSet<string> Nearness = Set("cerca", "junto", "frente", "km", "kilometros", "kms", "minutos", "minuto", "hora", "horas", "lado", "cercania", "lejos", "antes", "despues", "pie", "camino", "legua", "leguas");
    private static readonly FrozenSet<string> Parts = Set("entrada", "salida", "afueras", "centro", "norte", "sur", "este", "oeste", "pertenece", "orillas");
    private static readonly FrozenSet<string> Happening = Set("paso", "fue", "ocurrio", "sucedio", "sucede", "pego", "pegaron", "golpeo", "golpearon", "violo", "violaron", "vendio", "vendieron", "encerraron", "encerro", "agarro", "agarraron", "robaron", "desaparecio", "perdio");
    private static readonly FrozenSet<string> Leaving = Set("salio", "sali", "salimos", "salieron", "venia", "veniamos", "vengo", "venimos", "viniendo", "volvia", "volviendo", "regresaba");
    private static readonly FrozenSet<string> Passing = Set("saliendo", "subiendo", "bajando", "pasando", "pasado", "cruzando");
    private static readonly FrozenSet<string> Arriving = Set("llegando", "llegue", "llego", "llegamos", "vine", "vinimos", "vino", "viven", "trajo", "trajeron");
    private static readonly FrozenSet<string> Turning = Set("y", "pero", "ahora", "hoy", "luego", "despues", "estoy", "esta", "estamos", "vivo", "vive");

    /// <summary>Whether a word says how a place is meant.</summary>
    public static bool IsMarker(string word) => Inside.Contains(word) || Toward.Contains(word) || IsNearness(word);

    /// <summary>Whether a word says that a place is near another, or a part of it.</summary>
    public static bool IsNearness(string word) => Nearness.Contains(word) || Parts.Contains(word);

    /// <param name="at">The word before the name, its article passed over.</param>
    /// <param name="before">That word, empty where a break stands between.</param>
    public static PlaceRole Of(PlaceText text, int at, string before, Mention mention, List<Mention> all)
    {
        if (IsBetween(text, at, all) || IsEither(text, mention, all) || IsOnTheRoad(text, at, before, mention, all))
        {
            return PlaceRole.Between;
        }
        var role = RoleOf(text, at, before);
        return role != PlaceRole.Inside ? role
            : Happened(text, at, all) ? PlaceRole.Event
            : before == "en" && text.WordAt(at - 1, at) is "aqui" or "aca" ? PlaceRole.Here
            : IsBirth(before, text.WordAt(at - 1, at)) ? PlaceRole.From
            : role;
    }

    private static PlaceRole RoleOf(PlaceText text, int at, string before)
    {
        if (before is "de" or "del")
        {
            return RoleOfHead(text, at - 1);
        }
        if (Nearness.Contains(before) || Passing.Contains(before))
        {
            return PlaceRole.Near;
        }
        if (Toward.Contains(before))
        {
            var head = text.WordAt(at - 1, at);
            return Nearness.Contains(head) ? PlaceRole.Near
                : Arriving.Contains(head) ? PlaceRole.Inside
                : Parts.Contains(head) ? PlaceRole.Inside : PlaceRole.To;
        }
        return before is "por" ? PlaceRole.Near : Inside.Contains(before) ? PlaceRole.Inside : PlaceRole.None;
    }

    // "cerca de", "a dos horas de", "centro de", "al hospital de"
    private static PlaceRole RoleOfHead(PlaceText text, int at)
    {
        var head = text.WordAt(at, at + 1);
        var further = text.WordAt(at - 1, at + 1);
        if (Leaving.Contains(head) || Leaving.Contains(further))
        {
            return PlaceRole.Left;
        }
        if (Nearness.Contains(head) || Nearness.Contains(further) || Passing.Contains(head) || Passing.Contains(further))
        {
            return PlaceRole.Near;
        }
        if (Surroundings.IsStreet(head) && Toward.Contains(SmallWords.IsArticle(further) ? text.WordAt(at - 2, at + 1) : further))
        {
            return PlaceRole.To;
        }
        if (head is "soy" or "somos" or "es")
        {
            return PlaceRole.From;
        }
        return Inside.Contains(head) || Parts.Contains(head) || Parts.Contains(further) || Surroundings.IsKind(head) ? PlaceRole.Inside : PlaceRole.From;
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
            : all.Exists(m => m.Start != mention.Start && IsBoundFor(text, m.Start - 1, text.WordAt(m.Start - 1, m.Start)));

    private static bool IsBoundFor(PlaceText text, int at, string before) =>
        before is "a" or "al" or "hacia" && text.WordAt(at - 1, at) is "camino" or "rumbo" or "saliendo";

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

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
