using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Which village a tip is of, where somebody on file stands for it: she goes before all others.</summary>
/// <remarks>Where nobody does, nothing is kept: the village would tell more of the reporter, and route nothing.</remarks>
internal sealed class Communities(Gazetteer gazetteer, IResponders responders)
{
    /// <returns>A community's id, or null.</returns>
    public string? Of(UnitOfWork unit, Tip tip, SealedPlace? place) =>
        tip.Municipality is { } municipality
        && (gazetteer.CommunityIn(municipality, place?.Words) ?? gazetteer.CommunityIn(municipality, place?.Exact)) is { } community
        && responders.All(unit).Any(r => r.Areas.Contains(community, StringComparer.Ordinal))
            ? community
            : null;
}
