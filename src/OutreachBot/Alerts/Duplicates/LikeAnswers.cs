using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>What stands behind a suggestion's code, as the coordinator may see it now.</summary>
internal sealed record LikeCase(LikeNotice Notice, IReadOnlyList<Tip> Tips)
{
    public override string ToString() => "[like case]";
}

/// <summary>Reads suggestions by their codes, and carries out what a coordinator says of them.</summary>
internal sealed class LikeAnswers(ILikenessStore store, ITipStore tips, LikeSight sight, CaseClosing closing)
{
    public LikeNotice? Find(UnitOfWork unit, ResponderId coordinator, string code) =>
        store.NoticesOf(unit, coordinator).FirstOrDefault(n => n.Code.ToString() == code);

    /// <returns>Null when there is none by that code; with fewer than two tips when it is over.</returns>
    public LikeCase? Open(UnitOfWork unit, Responder coordinator, string code) =>
        Find(unit, coordinator.Id, code) is { } notice
            ? new LikeCase(notice, [.. notice.Tips
                .Select(id => tips.Find(unit, id)).OfType<Tip>()
                .Where(t => sight.Sees(unit, coordinator, t))
                .OrderBy(t => t.Hour).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal)])
            : null;

    /// <summary>It holds for every two of them; nothing else changes.</summary>
    public void Judge(UnitOfWork unit, LikeCase alike, LikeVerdict verdict)
    {
        for (var one = 0; one < alike.Tips.Count; one++)
        {
            foreach (var other in alike.Tips.Skip(one + 1))
            {
                var likeness = sight.Between(alike.Tips[one], other) ?? new Likeness(0, 0, 0);
                store.Save(unit, LikePair.Of(alike.Tips[one].Id, other.Id, likeness) with { Verdict = verdict });
            }
        }
        if (verdict != LikeVerdict.Same)
        {
            store.Drop(unit, alike.Notice);
        }
    }

    /// <summary>Those that can be closed on her word: nobody has them, or she does; the oldest, or one that somebody else has, goes on.</summary>
    public static IReadOnlyList<Tip> Closable(Responder coordinator, LikeCase alike)
    {
        var stays = Stays(alike);
        return [.. alike.Tips.Where(t => t.Id != stays.Id && (t.Assigned is null || t.Assigned == coordinator.Id))];
    }

    /// <summary>The one that goes on: the oldest that somebody has, else the oldest.</summary>
    public static Tip Stays(LikeCase alike) => alike.Tips.FirstOrDefault(t => t.Assigned is not null) ?? alike.Tips[0];

    /// <returns>How many were closed.</returns>
    public int Close(UnitOfWork unit, Responder coordinator, LikeCase alike)
    {
        var closable = Closable(coordinator, alike);
        foreach (var tip in closable)
        {
            store.PointTo(unit, tip.Id, Stays(alike).Id);
            closing.Close(unit, tip, CaseOutcome.Duplicate);
        }
        store.Drop(unit, alike.Notice);
        return closable.Count;
    }

    public void Done(UnitOfWork unit, LikeCase alike) => store.Drop(unit, alike.Notice);
}
