using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>How near a responder's areas come to where a tip is.</summary>
/// <param name="community">The village or quarter it is in, where one is known; its id.</param>
/// <param name="municipality">Where it is; null when unknown.</param>
/// <param name="department">Where only that is known, or the municipality's.</param>
internal sealed class Coverage(
    string? community, Municipality? municipality, string? department, string? country, IReadOnlyList<Municipality> neighbours)
{
    private readonly HashSet<string> _neighbours = neighbours.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);

    public static Coverage Of(RoutingQuestion question, Gazetteer gazetteer)
    {
        var municipality = gazetteer.Find(question.Municipality);
        return new Coverage(
            // A village of another municipality is a mistake, and says nothing.
            municipality is not null && gazetteer.MunicipalityOf(question.Community ?? "") == municipality ? question.Community : null,
            municipality,
            municipality?.Department ?? question.Department,
            municipality?.Country ?? CountryOf(question),
            municipality is null ? [] : gazetteer.Neighbours(municipality.Id));
    }

    /// <summary>Nobody local can be told apart: a coordinator decides.</summary>
    public bool IsUnknown => municipality is null && department is null;

    /// <summary>The nearest tier of what she covers; null when she covers nothing of it.</summary>
    public Tier? TierOf(Responder responder, Gazetteer gazetteer)
    {
        Tier? nearest = null;
        foreach (var area in responder.Areas)
        {
            nearest = TierOf(area, gazetteer) is { } tier && (nearest is null || tier < nearest) ? tier : nearest;
        }
        return nearest;
    }

    /// <summary>Metres from where she is, or from the nearest of her municipalities; null where neither is known.</summary>
    public double? MetresFrom(Responder responder, Gazetteer gazetteer)
    {
        if (municipality is null)
        {
            return null;
        }
        var places = responder.Place is { } place ? [place] : responder.Areas;
        double? nearest = null;
        foreach (var id in places)
        {
            if ((gazetteer.Find(id) ?? gazetteer.MunicipalityOf(id)) is { } known && known.Seat.MetresTo(municipality.Seat) is var metres)
            {
                nearest = nearest is { } least && least < metres ? least : metres;
            }
        }
        return nearest;
    }

    // Whoever stands for another community of the municipality is as near as one who stands for all of it.
    private Tier? TierOf(string area, Gazetteer gazetteer) =>
        community is not null && area == community ? Tier.Community
        : municipality is not null && (area == municipality.Id || gazetteer.MunicipalityOf(area) == municipality) ? Tier.Municipality
        : _neighbours.Contains(area) ? Tier.Neighbour
        : department is not null && area == department ? Tier.Department
        : country is not null && area == country ? Tier.National
        : null;

    private static string? CountryOf(RoutingQuestion question) =>
        question.Department is { Length: > 2 } department ? department[..2] : question.Country;
}
