using System.Collections.Frozen;
using F23.StringSimilarity;
using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing.KeepAway;

/// <summary>Reads words like "el concejal y su prima la defensora" against who is on file; pure.</summary>
/// <remarks>
/// Each part of the words must mean somebody on file for certain; otherwise only coordinators get the tip until one has read
/// them. To keep one too many away costs a step; to keep one too few tells the accused.
/// </remarks>
internal sealed class KeepAwayWords(Gazetteer gazetteer)
{
    private const int LeastLettersOfAName = 3;

    private static readonly FrozenSet<string> Nobody = Set("nobody none nadie ninguno ninguna ningun no nada manachu janiw");
    private static readonly FrozenSet<string> BesideNobody = Set("a en especial que sepa se por ahora mas gracias hay es");
    private static readonly FrozenSet<string> Defender = Set("defensora defensoras defensor defensores promotora promotoras promotor defender defenders facilitadora facilitador");
    private static readonly FrozenSet<string> Coordinator = Set("coordinadora coordinador coordinacion coordinator");
    private static readonly FrozenSet<string> Between = Set("y e ni o u tampoco ademas tambien con and");
    private static readonly FrozenSet<string> Small = Set("el la los las lo de del al a mi su sus mis un una que se en es don dona senor senora sr sra no me san para por le ella");

    // They say nothing of who: whoever else a part tells of must be found.
    private static readonly FrozenSet<string> Asking = Set("tampoco todo todos toda todas local locales pueblo lugar comunidad zona aqui aca alli favor les sepa sepan entere enteren diga digan decir avise avisen llegue lleguen quiero nombre llama");

    // "Su prima la defensora" is the defender; "la esposa del alcalde" is somebody else.
    private static readonly FrozenSet<string> Kin = Set("prima primo hermana hermano esposa esposo mujer marido hija hijo tia tio sobrina sobrino cunada cunado suegra suegro madre padre mama papa abuela abuelo nuera yerno madrina padrino comadre compadre ahijada ahijado pareja novia novio amiga amigo vecina vecino conocida conocido pariente familiar");

    private static readonly FrozenSet<string> Titles = Set("don dona senor senora senorita sr sra");

    /// <summary>Before a word that is a name for certain: no office is found in it.</summary>
    private const string AsName = "=";

    private readonly OptimalStringAlignment _distance = new();

    /// <param name="municipality">Where the tip is; null when unknown.</param>
    /// <param name="words">An option's key, a responder's id, or words; null or blank: nobody.</param>
    public KeptAway Read(IReadOnlyList<Responder> responders, string? municipality, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return KeptAway.Nobody;
        }
        if (ResponderId.TryParse(words.Trim(), out var id))
        {
            return responders.FirstOrDefault(r => r.Id == id) is { } one
                ? Kept(responders, [one], WithTheirs(responders, [one]), uncertain: false)
                : new KeptAway(new HashSet<ResponderId>(), NamesNobodyOnFile: true);
        }
        switch (words.Trim())
        {
            case "police":
                return KeptByKind(responders, InstitutionKind.Police, responders.Where(InstitutionKind.Police.Has));
            case "authority" or "local_authority":
                return KeptByKind(responders, InstitutionKind.LocalAuthority, LocalAuthorities(responders, municipality));
            case "other":
                // What follows says whom; skipped, it says that there is somebody.
                return KeptAway.Nobody;
        }
        var parts = Parts(words);
        var read = parts.ConvertAll(p => ReadPart(responders, municipality, p));
        var named = read.SelectMany(r => r.Found).ToList();
        var kinds = parts.SelectMany(KindsOf).ToHashSet(StringComparer.Ordinal);
        return Kept(
            responders, named, [.. WithTheirs(responders, named), .. parts.SelectMany(p => OwnTies.To(responders, p))],
            uncertain: parts.Count == 0 || read.Exists(r => !r.Certain), kinds,
            institutionSaid: kinds.Any(k => k != KeptMarks.Defenders) || parts.Exists(p => responders.Any(r => NamesInstitution(p, r.Institution))));
    }

    private static KeptAway KeptByKind(IReadOnlyList<Responder> responders, InstitutionKind kind, IEnumerable<Responder> ofIt)
    {
        var named = ofIt.ToList();
        return Kept(responders, named, [.. Ids(named), .. OwnTies.To(responders, kind)], uncertain: false, [kind.Name], institutionSaid: true);
    }

    private static KeptAway Kept(
        IReadOnlyList<Responder> responders, List<Responder> named, HashSet<ResponderId> all, bool uncertain, HashSet<string>? kinds = null,
        bool institutionSaid = false) => new(all, uncertain)
        {
            Marks = KeptMarks.Of(responders.Where(r => all.Contains(r.Id)), named) with
            {
                Kinds = kinds ?? [],
                InstitutionSaid = institutionSaid || named.Exists(r => r.Role == ResponderRole.Official),
            },
        };

    private static IEnumerable<string> KindsOf(List<string> part) => InstitutionKind.All.Where(k => k.Said.AreIn(part)).Select(k => k.Name)
        .Concat(part.Exists(Defender.Contains) ? [KeptMarks.Defenders] : []);

    /// <returns>Whom the part means, and whether it surely means nobody else.</returns>
    private (List<Responder> Found, bool Certain) ReadPart(IReadOnlyList<Responder> responders, string? municipality, List<string> part)
    {
        // "El", alone, is him: only a word for nobody means nobody.
        if (part.Exists(Nobody.Contains) && part.TrueForAll(w => Nobody.Contains(w) || BesideNobody.Contains(w)))
        {
            return ([], true);
        }
        var (found, perhaps) = Named(responders, part);
        var certain = found.Count > 0;
        var institutions = responders.Where(r => NamesInstitution(part, r.Institution)).ToList();
        found.AddRange(institutions);
        certain |= institutions.Count > 0;
        if (part.Exists(Defender.Contains))
        {
            // The one she means may serve the place from afar; that she is on file is certain only where one is local.
            var defenders = responders.Where(r => r.Role == ResponderRole.Defender && Serves(r, municipality)).ToList();
            found.AddRange(defenders);
            certain |= municipality is not null && defenders.Exists(r => IsLocal(r, municipality));
        }
        if (part.Exists(Coordinator.Contains))
        {
            var coordinators = responders.Where(r => r.Role == ResponderRole.Coordinator).ToList();
            found.AddRange(coordinators);
            certain |= coordinators.Count > 0;
        }
        foreach (var kind in InstitutionKind.All.Where(k => k.Said.AreIn(part)))
        {
            var theirs = responders.Where(kind.Has).ToList();
            found.AddRange(theirs);

            // The police have no one else among those who are alerted; a mayor has cousins.
            certain |= theirs.Exists(r => kind.IsOf(r.Institution)) || ReferenceEquals(kind, InstitutionKind.Police);
        }
        return ([.. found, .. perhaps], certain && TellsOfNobodyElse(part, found));
    }

    /// <summary>Whether every word is one of those found: a name or an office that is left over may be the accused's.</summary>
    private bool TellsOfNobodyElse(List<string> part, List<Responder> found)
    {
        var theirs = found.SelectMany(r => Words(r.Name).Concat(InstitutionKind.WordsOf(r.Institution))).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < part.Count; i++)
        {
            var word = part[i];
            var isOfAnother = Kin.Contains(word) && i + 1 < part.Count && part[i + 1] is "de" or "del";
            var isExplained = Small.Contains(word) || Asking.Contains(word) || Kin.Contains(word) || IsOffice(word) || IsPlace(part, i)
                || theirs.Any(t => IsSame(t, word));
            if (isOfAnother || !isExplained)
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsOffice(string word) =>
        Defender.Contains(word) || Coordinator.Contains(word) || InstitutionKind.All.Any(k => k.Said.AreIn(word));

    // "De Tarabuco": where, not who.
    private bool IsPlace(List<string> part, int at) =>
        part.Take(at).Any(w => w is "de" or "del" or "en") && gazetteer.Municipalities.Any(m => Words(m.Name).Contains(part[at], StringComparer.Ordinal));

    /// <summary>By name: everybody of whom two names are said, or all; perhaps whoever has a name that is none of theirs.</summary>
    private (List<Responder> Surely, List<Responder> Perhaps) Named(IReadOnlyList<Responder> responders, List<string> part)
    {
        var said = part.Where(w => !Small.Contains(w)).ToList();
        var matches = responders
            .Select(r => (Responder: r, Names: Words(r.Name).Where(w => !Small.Contains(w)).ToList()))
            .Select(r => (r.Responder, r.Names, Hits: r.Names.Count(n => said.Exists(s => IsSame(n, s)))))
            .Where(r => r.Hits > 0)
            .ToList();
        var sure = matches.Where(m => m.Hits >= 2 || m.Hits == m.Names.Count).ToList();
        var left = said.Where(s => !sure.Exists(m => m.Names.Exists(n => IsSame(n, s)))).ToList();
        var perhaps = matches.Except(sure).Where(m => m.Names.Exists(n => left.Exists(s => IsSame(n, s))));
        return ([.. sure.Select(m => m.Responder)], [.. perhaps.Select(m => m.Responder)]);
    }

    private bool IsSame(string name, string said) =>
        name.Length >= LeastLettersOfAName
        && (name == said || (name.Length >= 5 && said.Length >= 4 && _distance.Distance(name, said) <= 1));

    // Everybody of her institution, and of a community she stands for: word goes round there.
    private static HashSet<ResponderId> WithTheirs(IReadOnlyList<Responder> responders, IReadOnlyList<Responder> named)
    {
        var all = Ids(named);
        foreach (var one in named)
        {
            var institution = string.Join(' ', Words(one.Institution));
            var communities = one.Areas.Where(IsCommunity).ToHashSet(StringComparer.Ordinal);
            all.UnionWith(responders
                .Where(r => (institution.Length > 0 && string.Join(' ', Words(r.Institution)) == institution) || r.Areas.Any(communities.Contains))
                .Select(r => r.Id));
        }
        all.UnionWith(OwnTies.ToThoseOf(responders, named));
        return all;
    }

    private IEnumerable<Responder> LocalAuthorities(IReadOnlyList<Responder> responders, string? municipality) =>
        responders.Where(InstitutionKind.LocalAuthority.Has)
            .Concat(responders.Where(r => r.Role == ResponderRole.Official && (municipality is null || IsLocal(r, municipality))))
            .Distinct();

    private bool IsLocal(Responder responder, string? municipality) =>
        gazetteer.Find(municipality) is not { } place
        || responder.Areas.Any(a => a == place.Id || IsCommunity(a))
        || gazetteer.Neighbours(place.Id).Any(n => responder.Areas.Contains(n.Id, StringComparer.Ordinal))
        || responder.Place == place.Id;

    private bool Serves(Responder responder, string? municipality) =>
        IsLocal(responder, municipality)
        || (gazetteer.Find(municipality) is { } place && responder.Areas.Any(a => a == place.Department || a == place.Country));

    private static bool NamesInstitution(List<string> part, string institution)
    {
        var words = InstitutionKind.WordsOf(institution).Where(w => !Small.Contains(w)).ToList();
        return words.Count > 0 && words.TrueForAll(w => part.Contains(w, StringComparer.Ordinal));
    }

    private static bool IsCommunity(string area) => PlaceId.TryParse(area, out var id) && id.Level == PlaceLevel.Community;

    private static List<List<string>> Parts(string words)
    {
        var parts = new List<List<string>> { new() };
        foreach (var sentence in Initials.Joined(words).Split([',', ';', '.', '/', '\n', '+', '&'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var word in Words(sentence))
            {
                if (Between.Contains(word))
                {
                    parts.Add([]);
                }
                else
                {
                    parts[^1].Add(IsGivenName(parts[^1], word) ? AsName + word : word);
                }
            }
            parts.Add([]);
        }
        return [.. parts.Where(p => p.Count > 0)];
    }

    // "Doña Tránsito", "mi tío Paco": people are called as offices are.
    private static bool IsGivenName(List<string> before, string word) =>
        word is "transito" or "paco" && before.Count > 0 && (Titles.Contains(before[^1]) || Kin.Contains(before[^1]));

    private static IEnumerable<string> Words(string text) => FoldedWords.Of(text);

    private static HashSet<ResponderId> Ids(IEnumerable<Responder> responders) => responders.Select(r => r.Id).ToHashSet();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
