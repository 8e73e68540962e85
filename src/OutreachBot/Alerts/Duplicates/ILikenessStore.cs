using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>What a coordinator said of two tips.</summary>
public enum LikeVerdict
{
    /// <summary>Nothing yet.</summary>
    Open,
    Same,
    Apart,
    Unsure,
}

/// <summary>Two tips that were suggested to be one matter, why, and what was said of it.</summary>
public sealed record LikePair(TipId First, TipId Second, Likeness Likeness, LikeVerdict Verdict)
{
    /// <summary>Open; the two in the one order in which they are kept.</summary>
    public static LikePair Of(TipId one, TipId other, Likeness likeness) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) <= 0
            ? new LikePair(one, other, likeness, LikeVerdict.Open)
            : new LikePair(other, one, likeness, LikeVerdict.Open);

    public bool IsOf(TipId tip) => First == tip || Second == tip;
}

/// <summary>A suggestion before one coordinator, by a code of its own.</summary>
/// <param name="Tips">Only such as she may know of.</param>
public sealed record LikeNotice(RandomId Id, ResponderId Coordinator, AlertCode Code, IReadOnlyList<TipId> Tips)
{
    public override string ToString() => "[like notice]";
}

/// <summary>Keeps which tips were suggested to be one matter. Ids and points; nothing of what was told.</summary>
public interface ILikenessStore
{
    IReadOnlyList<LikePair> All(UnitOfWork unit);

    /// <summary>Keeps it, with its verdict.</summary>
    void Save(UnitOfWork unit, LikePair pair);

    /// <summary>What waits for a coordinator.</summary>
    IReadOnlyList<LikeNotice> NoticesOf(UnitOfWork unit, ResponderId coordinator);

    void Save(UnitOfWork unit, LikeNotice notice);

    void Drop(UnitOfWork unit, LikeNotice notice);

    /// <summary>A tip that was closed as a duplicate points to the one that goes on.</summary>
    void PointTo(UnitOfWork unit, TipId duplicate, TipId of);

    TipId? DuplicateOf(UnitOfWork unit, TipId tip);

    /// <summary>Nothing is left of a tip that went.</summary>
    void Forget(UnitOfWork unit, TipId tip);
}
