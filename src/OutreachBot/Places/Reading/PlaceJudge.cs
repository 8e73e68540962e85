using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Decides where is meant, from all places that a text names.</summary>
internal sealed class PlaceJudge(MunicipalityTable table)
{
    public const int MostCandidates = 4;

    private static readonly FrozenSet<string> OfNeighbours = new[]
    {
        "peruano", "peruana", "chileno", "chilena", "argentino", "argentina", "brasilero", "brasilera", "brasileno", "brasilena", "paraguayo", "paraguaya",
        "mexicano", "mexicana", "beliceno", "belicena", "hondureno", "hondurena", "salvadoreno", "salvadorena",
    }.ToFrozenSet(StringComparer.Ordinal);

    public Verdict Decide(PlaceText text, IReadOnlyList<Mention> mentions, string? country)
    {
        var places = Qualify(text, mentions, country);
        if (places is null || IsOnTheOtherSide(text))
        {
            return Verdict.Outside;
        }
        var ours = places.Where(m => !m.IsAbroad && !IsZoneOfAnother(m, places)).Select(AsArea).ToList();
        if (places.Exists(m => m is { IsAbroad: true, Trust: Trust.Sure, Role: not (PlaceRole.To or PlaceRole.From or PlaceRole.Near or PlaceRole.Left) })
            && ours.TrueForAll(m => m.Role is PlaceRole.From or PlaceRole.Near or PlaceRole.Left))
        {
            return Verdict.Outside;
        }
        if (ours.Count == 0)
        {
            return places.Exists(m => m.IsAbroad && m.Trust == Trust.Sure) ? Verdict.Outside : Verdict.Nothing;
        }
        var weighed = ours.Select(m => Weigh(m, country, ours)).Where(w => w.Options.Count > 0).ToList();
        return Compare(weighed);
    }

    // "Villa Nueva zona 5": the town says whose zone it is.
    private static bool IsZoneOfAnother(Mention mention, List<Mention> places) =>
        IsZone(mention) && !mention.Qualified && places.Exists(m => !m.IsAbroad && !IsZone(m) && m.Trust == Trust.Sure);

    private static bool IsZone(Mention mention) => mention.Entry.Text.StartsWith("zona ", StringComparison.Ordinal);

    // "Desaguadero, lado peruano"
    private static bool IsOnTheOtherSide(PlaceText text)
    {
        for (var i = 1; i < text.Words.Count; i++)
        {
            if (text.Words[i - 1].Text is "lado" or "parte" or "frontera" && OfNeighbours.Contains(text.Words[i].Text))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Takes areas as what they say of the places named beside them: "San Pedro, Potosí".</summary>
    /// <returns>Null when the place named is in a foreign country: "Copacabana, Brasil".</returns>
    private static List<Mention>? Qualify(PlaceText text, IReadOnlyList<Mention> mentions, string? country)
    {
        var places = mentions.ToList();
        for (var i = 1; i < places.Count; i++)
        {
            if (IsForeignQualifier(text, places[i - 1], places[i]))
            {
                places.RemoveAt(--i);
                if (places.TrueForAll(m => m.IsAbroad))
                {
                    return null;
                }
            }
        }
        // The larger is named after the smaller, more often than not.
        foreach (var area in mentions.Reverse())
        {
            if (places.Exists(m => m.Start != area.Start && Serves(area, m, country)))
            {
                places.RemoveAll(m => m.Start == area.Start);
                for (var i = 0; i < places.Count; i++)
                {
                    if (Serves(area, places[i], country))
                    {
                        places[i] = places[i] with { Senses = Narrow(area, places[i]), Qualified = true };
                    }
                }
            }
        }
        return places;
    }

    // "Sullkata, Potosí": what isn't known is a village of the department, and not of its city.
    private static Mention AsArea(Mention mention)
    {
        var areas = mention.Senses.Where(s => s.Kind is SenseKind.Department or SenseKind.Country).ToList();
        return mention is { AfterUnknown: true, SaidToBe: null } && areas.Exists(s => s.Kind == SenseKind.Department)
            ? mention with { Senses = areas }
            : mention;
    }

    // "Guatemala" is a department and a country: the narrower one that fits is meant.
    private static List<NameSense> Narrow(Mention area, Mention place)
    {
        var held = place.Municipalities
            .Select(s => (Sense: s, Area: area.Senses.Where(a => a.Holds(s.Id)).Select(a => a.Id.Length).DefaultIfEmpty().Max()))
            .Where(s => s.Area > 0)
            .ToList();
        var narrowest = held.Max(s => s.Area);
        return [.. held.Where(s => s.Area == narrowest).Select(s => s.Sense)];
    }

    private static bool IsForeignQualifier(PlaceText text, Mention place, Mention country)
    {
        if (place.IsAbroad || country.Senses is not [{ Kind: SenseKind.ForeignCountry }])
        {
            return false;
        }
        for (var i = place.End; i < country.Start; i++)
        {
            if (text.Words[i].Text is not ("de" or "del" or "la" or "el" or "en"))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Serves(Mention area, Mention place, string? country)
    {
        if (area.IsAbroad || area.Joined || area.Role == PlaceRole.Between || (area.Role is PlaceRole.Inside or PlaceRole.Here or PlaceRole.Event && place.Role == PlaceRole.To) || IsAnother(area, place))
        {
            return false;
        }
        var isHere = country is not null && place.Municipalities.Any(s => s.Country == country);
        return place.Municipalities.Any(s => IsHeld(area, s) && (!isHere || s.Country == country || area.Senses is [{ Kind: SenseKind.Country }])
            && !area.Senses.Any(own => own.Kind == SenseKind.Municipality && own.Id == s.Id));
    }

    // "paso en Huehue. soy de Todos Santos", "en Sololá, venía de Panajachel": two places, and none of them says where the other lies.
    private static bool IsAnother(Mention area, Mention place) =>
        (area.Role == PlaceRole.Event && place.Start < area.Start)
        || (area.Role is PlaceRole.Event or PlaceRole.Inside or PlaceRole.Here && place.Role is PlaceRole.From or PlaceRole.Left or PlaceRole.Near && area.Start < place.Start);

    private static bool IsHeld(Mention area, NameSense sense) =>
        sense.Kind == SenseKind.Municipality && area.Senses.Any(a => a.Holds(sense.Id));

    private readonly record struct Weighed(Mention Mention, IReadOnlyList<Municipality> Options, bool Certain, double Weight);

    private Weighed Weigh(Mention mention, string? country, List<Mention> all)
    {
        var options = OptionsOf(mention, country, all.Count == 1, out var certain);
        var weight = mention.Role switch
        {
            PlaceRole.Event => 3.5,
            PlaceRole.Here => 2.5,
            PlaceRole.Inside => 2,
            PlaceRole.From => 1.5,
            PlaceRole.Left => 1,
            PlaceRole.Near => 0,
            PlaceRole.Between => 2,
            PlaceRole.To => 0,
            _ => 1,
        };
        weight += mention.SaidToBe == SenseKind.Municipality ? 2 : 0;
        weight -= mention.SaidToBeSmall ? 1.5 : 0;
        weight -= mention.Trust == Trust.Perhaps ? 1.5 : 0;
        weight -= mention.Entry.SaintAlone ? 0.5 : 0;
        return new Weighed(mention, options, certain && mention.Trust == Trust.Sure, weight);
    }

    private static Verdict Compare(List<Weighed> weighed)
    {
        if (weighed.Count == 0)
        {
            return Verdict.Nothing;
        }
        var ranked = weighed.OrderByDescending(w => w.Weight).ThenByDescending(w => w.Certain).ToList();
        var best = ranked[0];
        var rivals = ranked.Skip(1).Where(w => IsRival(best, w)).ToList();
        if (rivals.Count == 0)
        {
            return best.Certain ? Verdict.Of(best.Options[0]) : Verdict.Asking(best.Options);
        }
        // Best of each first, then what else each may be.
        return Verdict.Asking(
            rivals.Prepend(best).Select(w => w.Options[0]).Concat(rivals.Prepend(best).SelectMany(w => w.Options.Skip(1))));
    }

    private static bool IsRival(Weighed best, Weighed other)
    {
        if (other.Weight <= best.Weight - 1 || (best.Certain && other.Options.Contains(best.Options[0])))
        {
            return false;
        }
        // "En la guardia, saliendo de Santa Cruz": what she only passes says nothing against a doubtful place.
        if (best.Mention.Role is PlaceRole.Near or PlaceRole.Left or PlaceRole.To)
        {
            return true;
        }
        // "San José, Tarabuco": a saint's name beside a sure one is a village of it.
        return !(best.Certain && (!other.Certain || (other.Mention.Entry.SaintAlone && !best.Mention.Entry.SaintAlone && !other.Mention.Joined)));
    }

    private List<Municipality> OptionsOf(Mention mention, string? country, bool alone, out bool certain)
    {
        var senses = mention.Municipalities.ToList();
        certain = false;
        if (senses.Count == 0)
        {
            return [.. mention.Senses.SelectMany(s => LargestOf(s)).OrderByDescending(m => m.Country == country)];
        }
        // "El Progreso" is a department, and a municipality of another: its seat is meant as often.
        senses.AddRange(mention.Senses
            .Where(s => s.Kind == SenseKind.Department && mention.SaidToBe is null && !senses.Exists(m => s.Holds(m.Id)))
            .Select(s => new NameSense(SenseKind.Municipality, table.SeatOf(s.Id).Id, NameRank.Whole)));
        var near = senses.Where(s => country is null || mention.Qualified || s.Country == country).ToList();
        var generic = mention.Entry.Generic;
        var foreign = near.Count == 0;
        if (foreign && generic && senses.TrueForAll(s => s.Rank == NameRank.Short))
        {
            return [];
        }
        var kept = foreign ? senses : near;
        var best = kept.Min(s => s.Rank);
        var first = kept.Where(s => s.Rank == best).ToList();
        // In Guatemala "Concepción" is as often a short form of one of the others.
        var shared = generic && !mention.Qualified && kept.Count > 1 && !table.Find(first[0].Id)!.IsDepartmentSeat;
        var doubtful = foreign && ((generic && alone) || mention.Cost > 0);
        certain = first.Count == 1 && !shared && !doubtful;
        return [.. first.Concat(kept.Where(s => s.Rank != best)).Select(s => (s.Rank, Place: table.Find(s.Id)!))
            .OrderBy(o => o.Rank).ThenByDescending(o => Size(o.Place)).ThenBy(o => o.Place.Id, StringComparer.Ordinal).Select(o => o.Place)];
    }

    private IEnumerable<Municipality> LargestOf(NameSense area) => table.All
        .Where(m => area.Holds(m.Id))
        .OrderByDescending(Size).ThenBy(m => m.Id, StringComparer.Ordinal).Take(area.Kind == SenseKind.Country ? 0 : MostCandidates);

    // Guatemala's populations are not at hand; a department's seat stands for a large town.
    private static int Size(Municipality municipality) => municipality.Population ?? (municipality.IsDepartmentSeat ? 100_000 : 20_000);
}
