using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;

namespace OutreachBot.Tests.Routing;

/// <summary>Who may have a tip, and at which distance, written down again from the rules alone; shares no code with the router.</summary>
internal static class PlainOracle
{
    public static bool MayHaveIt(RoutingQuestion q, Responder r)
    {
        if (q.KeepAway.Contains(r.Id) || q.Tried.Contains(r.Id))
        {
            return false;
        }
        if (r.OptedOut || r.Suspended)
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
        if (r.Role == ResponderRole.Official && !q.OfficialsAllowed)
        {
            return false;
        }
        var knowsTheKind = r.Competences.Count == 0 || q.Kind == "unknown" || r.Competences.Contains(q.Kind);
        return knowsTheKind && r.Languages.Contains(q.Language) && Steps(q, r) is not null;
    }

    /// <returns>2 municipality, 3 neighbour, 4 department, 5 the whole country; null: not covered.</returns>
    public static int? Steps(RoutingQuestion q, Responder r)
    {
        if (q.Municipality is { } municipality)
        {
            if (r.Areas.Contains(municipality))
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

    /// <summary>The six nearest seats of the same country within 90 km.</summary>
    private static HashSet<string> NextTo(string id)
    {
        var all = Ask.Places.Municipalities;
        var here = all.Single(m => m.Id == id);
        return all.Where(m => m.Id != id && m.Country == here.Country && Kilometres(m.Seat, here.Seat) <= 90)
            .OrderBy(m => Kilometres(m.Seat, here.Seat)).Take(6).Select(m => m.Id).ToHashSet();
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
