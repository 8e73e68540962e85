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
internal sealed class LikeAnswers(ILikenessStore store, ITipStore tips, LikeSight sight, CaseJoining joining, CaseClosing closing)
{
    /// <summary>More don't fit two segments.</summary>
    private const int MostShown = 4;

    public LikeNotice? Find(UnitOfWork unit, ResponderId coordinator, string code) =>
        store.NoticesOf(unit, coordinator).FirstOrDefault(n => n.Code.ToString() == code);

    /// <summary>As many as fit her screen, such first about which nothing was said yet: what else there is comes another time.</summary>
    /// <returns>Null when there is none by that code; with fewer than two tips when it is over.</returns>
    public LikeCase? ToShow(UnitOfWork unit, Responder coordinator, string code) =>
        Open(unit, coordinator, code) is { } alike ? alike with { Tips = Fitting(unit, alike.Tips) } : null;

    /// <summary>Those that she was shown, and no others: tips may have come since, and she speaks of what she read.</summary>
    /// <param name="ids">As <see cref="IdsOf"/> wrote them.</param>
    public LikeCase? Shown(UnitOfWork unit, Responder coordinator, string code, string? ids)
    {
        var shown = (ids ?? "").Split(' ').ToHashSet(StringComparer.Ordinal);
        return Open(unit, coordinator, code) is { } alike
            ? alike with { Tips = [.. alike.Tips.Where(t => shown.Contains(t.Id.ToString()))] }
            : null;
    }

    public static string IdsOf(LikeCase alike) => string.Join(' ', alike.Tips.Select(t => t.Id));

    private LikeCase? Open(UnitOfWork unit, Responder coordinator, string code) =>
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

    /// <summary>Those that can be closed on her word: nobody has them, or she does; one goes on.</summary>
    public static IReadOnlyList<Tip> Closable(Responder coordinator, LikeCase alike)
    {
        var stays = Stays(alike);
        return [.. alike.Tips.Where(t => t.Id != stays.Id && (t.Assigned is null || t.Assigned == coordinator.Id))];
    }

    /// <summary>The one that goes on: the most urgent; of such, one that somebody has; of such, the oldest.</summary>
    public static Tip Stays(LikeCase alike) =>
        alike.Tips.OrderByDescending(t => t.Urgency).ThenByDescending(t => t.Assigned is not null).First();

    /// <returns>How many were closed.</returns>
    public int Close(UnitOfWork unit, Responder coordinator, LikeCase alike)
    {
        var closable = Closable(coordinator, alike);
        var stays = Stays(alike);
        // All at once: nobody whom one of them names is asked in between.
        joining.Join(unit, stays, closable);
        foreach (var tip in closable)
        {
            store.PointTo(unit, tip.Id, stays.Id);
            closing.Close(unit, tip, CaseOutcome.Duplicate);
        }
        store.Drop(unit, alike.Notice);
        return closable.Count;
    }

    public void Done(UnitOfWork unit, LikeCase alike) => store.Drop(unit, alike.Notice);

    private IReadOnlyList<Tip> Fitting(UnitOfWork unit, IReadOnlyList<Tip> seen)
    {
        HashSet<TipId> fitting = [];
        foreach (var pair in sight.Undecided(seen, sight.Decided(unit)).SelectMany(g => g.Pairs))
        {
            HashSet<TipId> more = [.. fitting, pair.First, pair.Second];
            fitting = more.Count <= MostShown ? more : fitting;
        }
        return fitting.Count > 0 ? [.. seen.Where(t => fitting.Contains(t.Id))] : [.. seen.Take(MostShown)];
    }
}
