using System.Collections.Frozen;
using OutreachBot.Places.Imports;

namespace OutreachBot.Places.Reading;

/// <summary>Reads imported villages out of a sentence, and weighs them against what the municipalities' names already say.</summary>
/// <remarks>
/// Villages have a book of names of their own: 22,000 of them among the municipalities' would turn many a misspelt town
/// into somebody's hamlet. Three in ten share their name with another village: such a name alone is asked, never taken.
/// </remarks>
internal sealed class VillageReader
{
    /// <summary>So many villages of one name are no question for one SMS; the department must narrow them first.</summary>
    private const int MostNamesakes = 12;

    private const double NearMetres = 60_000;

    /// <summary>With the town itself that makes the four that one question may have.</summary>
    private const int MostBesideTown = 3;

    private static readonly FrozenSet<string> Kinds = new[]
    {
        "comunidad", "aldea", "caserío", "caserio", "localidad", "sindicato", "ayllu", "cantón", "canton", "estancia", "hacienda", "finca", "zona",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Larger than a municipality, and no department.
    private static readonly FrozenSet<string> Regions = new[] { "yungas", "altiplano", "chaco", "valles", "tropico", "oriente", "occidente", "ixil", "amazonia" }
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly NameIndex _names;
    private readonly Surroundings _surroundings;
    private readonly MunicipalityTable _table;
    private readonly IReadOnlySet<string> _ordinary;

    public VillageReader(IReadOnlyList<Village> villages, PlaceFacts facts, MunicipalityTable table)
    {
        _names = new NameIndex(facts);
        _surroundings = new Surroundings(facts.NamesakesOf("given"), isBookOfHamlets: true);
        _ordinary = facts.OrdinaryWords;
        _table = table;
        foreach (var village in villages)
        {
            var sense = new NameSense(SenseKind.Municipality, village.Municipality, NameRank.Whole);
            foreach (var name in village.AlsoCalled.Prepend(village.Name))
            {
                if (!Kinds.Contains(name))
                {
                    _names.Add(WithoutKind(name), sense);
                }
            }
        }
    }

    /// <summary>Whether a village explains words better than a larger place does: "San Pedro de Loma" is not San Pedro, and Tilata no misspelt Tolata.</summary>
    /// <param name="all">All larger places: an area among them may hold only the village. "Totora, Potosí" is not Totora of Oruro.</param>
    public static bool Explains(PlaceText text, Mention village, Mention larger, IReadOnlyList<Mention> all) =>
        Overlap(village, larger)
        && (village.End - village.Start > larger.End - larger.Start
            || (village.Cost < larger.Cost && village.End - village.Start == larger.End - larger.Start)
            || IsHeldAlone(text, village, larger, all));

    /// <summary>The villages that a text may name.</summary>
    /// <param name="larger">The departments, provinces and municipalities that it names.</param>
    public List<Mention> Find(PlaceText text, IReadOnlyList<Mention> larger)
    {
        var found = MentionFinder.Choose(_names.Find(text));
        found.RemoveAll(v => larger.Any(m => Overlap(v, m) && !Explains(text, v, m, larger) && !IsNamesakeAbroad(text, m, larger)));
        var others = TrustJudge.OtherWords(text, [.. found, .. larger]);
        var kept = new List<Mention>(found.Count);
        foreach (var village in found)
        {
            if (_surroundings.Read(text, village, found) is not { } read || (IsOrdinary(village) && !read.SaidToBeSmall && !IsNamedWith(text, village, larger)))
            {
                continue;
            }
            var trust = TrustJudge.Of(text, read, others, held: false);
            if (trust != Trust.None && (read.Cost < 1 || (others == 0 && !IsSaidAround(text, read))))
            {
                kept.Add(read with { Trust = read.Cost < 1 ? trust : Trust.Perhaps });
            }
        }
        return [.. kept.OrderByDescending(m => m.SaidToBeSmall).ThenByDescending(m => m.End - m.Start).ThenBy(m => m.Start)];
    }

    /// <param name="villages">See <see cref="Find"/>.</param>
    /// <param name="larger">Without those that a village explains better.</param>
    /// <param name="verdict">What they say by themselves.</param>
    public Verdict Refine(PlaceText text, IReadOnlyList<Mention> villages, IReadOnlyList<Mention> larger, Verdict verdict, string? country)
    {
        foreach (var village in villages)
        {
            if (Weigh(text, village, larger, verdict, country) is { } better)
            {
                return better;
            }
        }
        return verdict;
    }

    private Verdict? Weigh(PlaceText text, Mention village, IReadOnlyList<Mention> larger, Verdict verdict, string? country)
    {
        var options = village.Municipalities.Select(s => _table.Find(s.Id)).OfType<Municipality>()
            .Where(m => country is null || m.Country == country || larger.Any(area => area.Senses.Any(s => s.Holds(m.Id)))).ToList();
        var held = options.Where(m => larger.Any(area => area.Senses.Any(s => s.Id == m.Id || s.Holds(m.Id)))).ToList();
        return verdict.Kind switch
        {
            VerdictKind.Resolved when IsAreaToo(verdict.Municipalities[0], larger) && held.Count > 0 => Among(village, held),
            VerdictKind.Resolved => BesideTown(text, village, larger, verdict.Municipalities[0], options),
            VerdictKind.Ask when held.Count > 0 => Among(village, held),
            VerdictKind.Ask => null,
            VerdictKind.Outside when held.Count == 0 => null,
            _ => Alone(village, held.Count > 0 ? held : options, larger.Count > 0),
        };
    }

    private static Verdict Among(Mention village, IReadOnlyList<Municipality> held) =>
        held.Count == 1 && village.Trust == Trust.Sure ? Verdict.Of(held[0]) : Verdict.Asking(held);

    // "Suyco Cancha, Potosí": the department is meant as often as the city, and the village says which.
    private static bool IsAreaToo(Municipality town, IReadOnlyList<Mention> larger) =>
        larger.Any(m => m.Senses.Any(s => s.Id == town.Id) && m.Senses.Any(s => s.Kind is SenseKind.Department or SenseKind.Province && s.Holds(town.Id)));

    private static Verdict? Alone(Mention village, IReadOnlyList<Municipality> options, bool narrowed)
    {
        if (village.Trust == Trust.None || options.Count == 0 || options.Count > MostNamesakes)
        {
            return null;
        }
        var sure = village.Trust == Trust.Sure && village.Cost < 1 && (narrowed || !village.Entry.Generic);
        return options.Count == 1 && sure ? Verdict.Of(options[0]) : Verdict.Asking(options);
    }

    // "Chojjo, cerca de Viacha": the village need not be in the town that it is near to. "Chojjo, Viacha": she says that it is.
    private static Verdict? BesideTown(
        PlaceText text, Mention village, IReadOnlyList<Mention> larger, Municipality town, IReadOnlyList<Municipality> options)
    {
        if (options.Contains(town) || village.Trust != Trust.Sure || village.Cost >= 1 || village.Entry.Generic
            || !larger.Any(m => m.Senses.Any(s => s.Id == town.Id) && IsNear(text, village, m)))
        {
            return null;
        }
        var near = options.Where(m => m.Seat.MetresTo(town.Seat) <= NearMetres).ToList();
        return near.Count is > 0 and <= MostBesideTown ? Verdict.Asking(near.Append(town)) : null;
    }

    private static bool IsNear(PlaceText text, Mention village, Mention town)
    {
        var near = false;
        for (var i = village.End; i < town.Start; i++)
        {
            var word = text.Words[i].Text;
            near |= PlaceRoles.IsNearness(word);
            if (!SmallWords.Contains(word) && !Surroundings.IsCue(word))
            {
                return false;
            }
        }
        return near;
    }

    // The area stands beside it: "Sacaca, vive en Cochabamba" names two places.
    private static bool IsHeldAlone(PlaceText text, Mention village, Mention larger, IReadOnlyList<Mention> all) =>
        all.Any(area => area.Start == text.AfterSmallWords(larger.End) && area.Senses.Any(a =>
            a.Kind is SenseKind.Department or SenseKind.Province
            && village.Municipalities.Any(s => a.Holds(s.Id)) && !larger.Senses.Any(s => a.Holds(s.Id))));

    // "Comunidad Israel" is Israel to those who live there, and one of several.
    private static string WithoutKind(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space < name.Length - 1 && Kinds.Contains(name[..space]) ? name[(space + 1)..] : name;
    }

    private static bool Overlap(Mention a, Mention b) => a.Start < b.End && b.Start < a.End;

    // "Comunidad California, departamento de La Paz"
    private static bool IsNamesakeAbroad(PlaceText text, Mention mention, IReadOnlyList<Mention> larger) =>
        mention.IsAbroad && larger.Any(m => !m.IsAbroad && m.Start >= mention.End && m.Start <= mention.End + 4 && text.Words.Count < 12);

    private static bool IsSaidAround(PlaceText text, Mention village)
    {
        for (var i = village.Start; i < village.End; i++)
        {
            if (TrustJudge.IsFilling(text.Words[i].Text) || Surroundings.IsCue(text.Words[i].Text))
            {
                return true;
            }
        }
        return false;
    }

    // "El Paso, Quillacollo", and not "en Quillacollo le pasó".
    private static bool IsNamedWith(PlaceText text, Mention village, IReadOnlyList<Mention> larger) =>
        (!village.Entry.AlwaysWithArticle || (village.Start > 0 && SmallWords.HoldsArticle(text.Words[village.Start - 1].Text)))
        && larger.Any(m => m.Start == text.AfterSmallWords(village.End) || (village.Start == text.AfterSmallWords(m.End) && text.Words[m.End].AfterBreak));

    // "Puente Viejo", "Avenida Cochabamba", "2": villages are called so, and everybody says it of other things.
    private bool IsOrdinary(Mention village)
    {
        var words = village.Entry.Text.Split(' ');
        return Surroundings.IsStreet(words[0]) || Array.TrueForAll(words, w =>
            w.Length <= 3 || _ordinary.Contains(w) || _names.IsNamesake(w) || TrustJudge.IsFilling(w) || Surroundings.IsCue(w) || Regions.Contains(w) || !char.IsAsciiLetter(w[0]));
    }
}
