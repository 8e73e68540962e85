using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;

namespace OutreachBot.Tips;

/// <summary>What only the router may know of a tip. Kept locked under the server key.</summary>
/// <param name="KeepAway">Who must not learn of it: named by the reporter, of a named institution or community, or excluded by herself.</param>
/// <param name="CoordinatorOnly">The words of whom to keep away name nobody on file: no local candidate until a coordinator has read them.</param>
/// <param name="OfficialsAllowed">Danger now with consent or a child, the reporter's choice, or a coordinator's referral.</param>
/// <param name="Minor">Somebody under 18 appears: the family is never told first.</param>
/// <param name="Asked">She has answered or skipped "who must not know"; before that a hand-over copy holds no more than the alert.</param>
public sealed record Discretion(
    IReadOnlySet<ResponderId> KeepAway, bool CoordinatorOnly, bool OfficialsAllowed, bool Minor, bool Asked)
{
    /// <summary>One more than somebody may send in a day: a coordinator looks first, unless it turns out to be a danger.</summary>
    public bool OneTooMany { get; init; }

    /// <summary>One of very many that strangers told of its place within an hour: read after the others, and never thrown away.</summary>
    public bool OfSurge { get; init; }

    /// <summary>The village or quarter it is of, where somebody on file stands for it; its id. Kept here, for it says more than a tip's clear row may.</summary>
    public string? Community { get; init; }

    /// <summary>What those kept away are known by, should an import bring them back under another id.</summary>
    public KeptMarks Marks { get; init; } = KeptMarks.None;

    /// <summary>Of a referral to an office: <c>agreed</c>, <c>not_asked</c>; null where none was made.</summary>
    public string? Consent { get; init; }

    /// <summary>The end that wants no more talk about it; null while the two may talk.</summary>
    public RelayEnd? TalkEndedBy { get; init; }

    /// <summary>Who referred it.</summary>
    public ResponderId? ReferredBy { get; init; }

    /// <summary>Coordinators it was referred to: their keys may be newer than it.</summary>
    public IReadOnlySet<ResponderId> ReferredTo { get; init; } = Nobody;

    private static readonly HashSet<ResponderId> Nobody = [];

    /// <summary>Of a tip raised before anything of it was asked.</summary>
    public static readonly Discretion NotAskedYet = new(Nobody, CoordinatorOnly: false, OfficialsAllowed: false, Minor: false, Asked: false);

    /// <summary>There is somebody who must not know: whoever takes it is asked to talk to nobody.</summary>
    public bool KeepsSomebodyAway => KeepAway.Count > 0 || CoordinatorOnly || !Marks.AreNone;

    /// <summary>The same, with more people kept away.</summary>
    public Discretion KeepingAway(IEnumerable<ResponderId> more) => this with { KeepAway = KeepAway.Union(more).ToHashSet() };

    public override string ToString() => "[discretion]";
}
