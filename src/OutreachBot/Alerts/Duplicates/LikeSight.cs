using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>What a coordinator may see of tips that are alike.</summary>
/// <remarks>
/// Everything is reckoned from the tips that she may know of, and from nothing else: somebody who is kept away from one of
/// three sees the other two as if there had never been a third.
/// </remarks>
internal sealed class LikeSight(ITipStore tips, IResponders responders, ILikenessStore store, Gazetteer gazetteer)
{
    /// <summary>The newest; with more than that open at once nobody decides on pairs.</summary>
    private const int MostTips = 1_500;

    /// <summary>Coordinators who can be told anything, in a fixed order.</summary>
    public IReadOnlyList<Responder> Coordinators(UnitOfWork unit) =>
    [
        .. responders.All(unit)
            .Where(r => r is { Role: ResponderRole.Coordinator, OptedOut: false, Suspended: false, Covered: false })
            .OrderBy(r => r.Id.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Open tips that could be alike.</summary>
    public IReadOnlyList<Tip> Open(UnitOfWork unit) =>
        [.. tips.All(unit).Where(IsOpen).OrderByDescending(t => t.Hour).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal).Take(MostTips)];

    /// <summary>Whether she may know that there is such a tip, and it is still open.</summary>
    public bool Sees(UnitOfWork unit, Responder coordinator, Tip tip)
    {
        var discretion = tips.DiscretionOf(unit, tip.Id);
        return IsOpen(tip)
            && !(coordinator.IsSample && tip.FromProvider)
            && !discretion.KeepAway.Contains(coordinator.Id)
            && !discretion.Marks.Fit(coordinator);
    }

    /// <summary>Groups on which nothing was said yet, of those that she sees.</summary>
    /// <param name="decided">Pairs about which something was said.</param>
    public IReadOnlyList<LikeGroup> Undecided(IReadOnlyList<Tip> seen, IReadOnlySet<(TipId, TipId)> decided) => LikeGroups.Of(
        seen,
        (one, other) => Between(one, other) is { } likeness && LikePair.Of(one.Id, other.Id, likeness) is var pair && !decided.Contains((pair.First, pair.Second))
            ? likeness
            : null);

    public IReadOnlySet<(TipId First, TipId Second)> Decided(UnitOfWork unit) =>
        store.All(unit).Where(p => p.Verdict != LikeVerdict.Open).Select(p => (p.First, p.Second)).ToHashSet();

    /// <summary>All pairs among open tips, and what was suggested or said before: for whoever runs the line.</summary>
    public IReadOnlyList<LikePair> Pairs(UnitOfWork unit)
    {
        var kept = store.All(unit);
        var known = kept.Select(p => (p.First, p.Second)).ToHashSet();
        return [.. kept, .. LikeGroups.Of(Open(unit), Between).SelectMany(g => g.Pairs).Where(p => !known.Contains((p.First, p.Second)))];
    }

    public Likeness? Between(Tip one, Tip other) => Likeness.Between(one, other, AreNeighbours);

    private bool AreNeighbours(string here, string there) => gazetteer.Neighbours(here).Any(n => n.Id == there);

    private static bool IsOpen(Tip tip) => tip is { IsOver: false, Complete: true, IsCallBack: false };
}
