using System.Collections.Concurrent;
using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

/// <summary>Who may have a tip, and in which order, written down again from the rules alone; shares no code with the router.</summary>
internal static class PlainOracle
{
    private const int AtCoordinator = 6;

    private static readonly Dictionary<string, string> MunicipalityOfVillage = KnownVillages.Few.ToDictionary(v => v.Id, v => v.Municipality);
    private static readonly Dictionary<string, Municipality> Municipalities = Ask.Places.Municipalities.ToDictionary(m => m.Id);
    private static readonly Dictionary<string, HashSet<string>> Neighbours = [];
    private static readonly Lock Reading = new();
    private static readonly ConcurrentDictionary<string, string> SortedWords = new();

    /// <summary>Everybody who may have it, the first to be asked first.</summary>
    public static List<Responder> Ranked(RoutingQuestion q, IEnumerable<Responder> people, IReadOnlyDictionary<ResponderId, int> open) =>
    [
        .. people.Where(r => MayHaveIt(q, r, open.GetValueOrDefault(r.Id)))
            .OrderBy(r => StepsTo(q, r))
            .ThenBy(r => r.Role == ResponderRole.Coordinator && Steps(q, r) is null ? 1 : 0)
            .ThenByDescending(r => Points(q, r, open.GetValueOrDefault(r.Id)))
            .ThenBy(r => r.LastAlertedAt?.UtcTicks ?? 0)
            .ThenBy(r => r.Id.ToString(), StringComparer.Ordinal),
    ];

    /// <param name="open">What she has open.</param>
    public static bool MayHaveIt(RoutingQuestion q, Responder r, int open)
    {
        if (MustNotKnow(q, r))
        {
            return false;
        }
        if (q.Tried.Contains(r.Id) || r.OptedOut || r.Suspended)
        {
            return false;
        }
        if (r.IsSample && q.FromProvider)
        {
            return false;
        }
        if (r.Role == ResponderRole.Coordinator)
        {
            return true;
        }
        if (q.CoordinatorOnly || (q.Municipality is null && q.Department is null))
        {
            return false;
        }
        if (r.Role == ResponderRole.Official && (q.Marks.InstitutionSaid || !q.OfficialsAllowed))
        {
            return false;
        }
        if (r.Training.IsPending || r.ExcludedKinds.Contains(q.Kind))
        {
            return false;
        }
        if (r.Capacity is { } most && open >= most && q.Urgency != Urgency.Urgent)
        {
            return false;
        }
        var knowsTheKind = r.Competences.Count == 0 || q.Kind == "unknown" || r.Competences.Contains(q.Kind);
        return knowsTheKind && r.Languages.Contains(q.Language) && Steps(q, r) is not null;
    }

    /// <summary>Kept away by her id, by her name, by her institution or its kind, or by one she is tied to.</summary>
    public static bool MustNotKnow(RoutingQuestion q, Responder r) =>
        q.KeepAway.Contains(r.Id) || q.Marks.Names.Contains(Sorted(r.Name)) || q.Marks.Institutions.Contains(Sorted(r.Institution))
        || r.ExcludedInstitutions.Any(i => q.Marks.Institutions.Contains(Sorted(i)))
        || q.Marks.Kinds.Any(k => IsOf(k, r));

    // Of the institutions that are generated.
    private static bool IsOf(string kind, Responder r) => kind switch
    {
        "defender" => r.Role == ResponderRole.Defender,
        "police" => r.ExcludedInstitutions.Append(r.Institution).Any(i => i is "Policia Prueba" or "Comando Prueba"),
        "local_authority" => r.ExcludedInstitutions.Append(r.Institution).Any(i => i is "Alcaldia Prueba" or "G.A.M. Prueba")
            // An office of one town, nobody knows which.
            || (r is { Role: ResponderRole.Official, Institution: "" or "Red Prueba" }
                && r.Areas.Any(a => Municipalities.ContainsKey(a) || a.Contains("-C", StringComparison.Ordinal))),
        _ => throw new InvalidOperationException($"The oracle does not know the kind {kind}"),
    };

    public static int StepsTo(RoutingQuestion q, Responder r) =>
        r.Role == ResponderRole.Coordinator ? AtCoordinator : Steps(q, r) ?? throw new InvalidOperationException("not covered");

    /// <returns>1 community, 2 municipality, 3 neighbour, 4 department, 5 the whole country; null: not covered.</returns>
    public static int? Steps(RoutingQuestion q, Responder r)
    {
        if (q.Municipality is { } municipality)
        {
            if (q.Community is { } village && MunicipalityOfVillage.GetValueOrDefault(village) == municipality && r.Areas.Contains(village))
            {
                return 1;
            }
            if (r.Areas.Contains(municipality) || r.Areas.Any(a => MunicipalityOfVillage.GetValueOrDefault(a) == municipality))
            {
                return 2;
            }
            if (r.Areas.Any(a => NextTo(municipality).Contains(a)))
            {
                return 3;
            }
        }
        var department = q.Municipality?[..5] ?? q.Department;
        if (department is not null && r.Areas.Contains(department))
        {
            return 4;
        }
        var country = department?[..2] ?? q.Country;
        return country is not null && r.Areas.Contains(country) ? 5 : null;
    }

    private static int Points(RoutingQuestion q, Responder r, int open)
    {
        var points = 0;
        if (r.Languages.Count > 0 && r.Languages[0] == q.Language)
        {
            points += 30;
        }
        else if (r.Languages.Contains(q.Language))
        {
            points += 26;
        }
        else if (r.Languages.Contains(LanguageTag.Spanish))
        {
            points += 8;
        }
        points += r.Competences.Contains(q.Kind) ? 25 : r.Competences.Count == 0 ? 15 : 10;
        points += Nearness(q, r);
        var there = q.Now.ToOffset(TimeSpan.FromHours(r.Country == "GT" ? -6 : -4));
        if (r.OnDuty && (r.Hours is null || r.OutOfHours || IsOffice(r, there)))
        {
            points += q.Urgency == Urgency.Urgent || IsOffice(r, there) ? 15 : 8;
        }
        return points + Math.Max(0, 10 - (2 * open));
    }

    private static int Nearness(RoutingQuestion q, Responder r)
    {
        if (q.Municipality is null)
        {
            return 0;
        }
        var here = Municipalities[q.Municipality].Seat;
        var hers = (r.Place is null ? r.Areas : [r.Place])
            .Select(a => Municipalities.GetValueOrDefault(MunicipalityOfVillage.GetValueOrDefault(a, a)))
            .OfType<Municipality>()
            .Select(m => Kilometres(m.Seat, here))
            .ToList();
        var nearest = hers.Count == 0 ? double.MaxValue : hers.Min();
        return nearest <= 5 ? 20 : nearest <= 20 ? 16 : nearest <= 50 ? 12 : nearest <= 100 ? 8 : nearest <= 200 ? 4 : 0;
    }

    // The questions are all asked in a week without a holiday, and hours of one's own are written in two ways only.
    private static bool IsOffice(Responder r, DateTimeOffset there) => r.Hours?.ToString() switch
    {
        null => there.DayOfWeek != DayOfWeek.Sunday && there.Hour >= 7 && there.Hour < 19,
        "siempre" => true,
        "lun-mie 20-04" => there switch
        {
            { Hour: >= 20 } => there.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday,
            { Hour: < 4 } => there.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday,
            _ => false,
        },
        var other => throw new InvalidOperationException($"The oracle does not know the hours {other}"),
    };

    private static string Sorted(string words) =>
        SortedWords.GetOrAdd(words, w => string.Join(' ', w.ToLowerInvariant().Split(' ').Order(StringComparer.Ordinal)));

    /// <summary>The six nearest seats of the same country within 90 km.</summary>
    private static HashSet<string> NextTo(string id)
    {
        lock (Reading)
        {
            if (!Neighbours.TryGetValue(id, out var next))
            {
                var here = Municipalities[id];
                next = Municipalities.Values.Where(m => m.Id != id && m.Country == here.Country && Kilometres(m.Seat, here.Seat) <= 90)
                    .OrderBy(m => Kilometres(m.Seat, here.Seat)).Take(6).Select(m => m.Id).ToHashSet();
                Neighbours.Add(id, next);
            }
            return next;
        }
    }

    // Spherical law of cosines.
    private static double Kilometres(GeoPoint a, GeoPoint b)
    {
        const double Degree = Math.PI / 180;
        var cosine = (Math.Sin(a.Latitude * Degree) * Math.Sin(b.Latitude * Degree))
            + (Math.Cos(a.Latitude * Degree) * Math.Cos(b.Latitude * Degree) * Math.Cos((a.Longitude - b.Longitude) * Degree));
        return 6371.0088 * Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
