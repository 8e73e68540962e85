using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

/// <summary>A routing question about an ordinary tip in Tarabuco, to be bent by <c>with</c>.</summary>
internal static class Ask
{
    /// <summary>A Monday, 10:00 in La Paz and 08:00 in Guatemala: both on duty.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    /// <summary>With a few villages imported.</summary>
    public static readonly Gazetteer Places = Gazetteer.With(new KnownVillages(KnownVillages.Few));

    public static RoutingQuestion About(string? municipality = "BO-010601") => new(
        municipality, Department: null, Country: municipality?[..2], "work", Urgency.Normal, LanguageTag.Spanish,
        new HashSet<ResponderId>(), CoordinatorOnly: false, OfficialsAllowed: false, FromProvider: true, new HashSet<ResponderId>(), Monday);

    public static Ranking Rank(RoutingQuestion question, params Responder[] responders) =>
        new Router(Places).Rank(question, responders, new Dictionary<ResponderId, int>());
}
