using System.Collections.Frozen;

namespace OutreachBot.Routing;

/// <summary>Why somebody is no candidate: one word each, shown at the desk and by <c>route explain</c>.</summary>
internal static class Exclusion
{
    /// <summary>Named by the reporter, of an institution or community that was, or conflicted by her own word.</summary>
    public const string KeptAway = "keep_away";

    public const string OptedOut = "opted_out";
    public const string Suspended = "suspended";

    /// <summary>A fictional one, for a tip that came through a provider.</summary>
    public const string Sample = "sample";

    /// <summary>She had it and did not take it.</summary>
    public const string Tried = "tried";

    public const string Competence = "competence";
    public const string Language = "language";

    /// <summary>She has not been trained yet.</summary>
    public const string Training = "training";

    /// <summary>A kind that she won't take.</summary>
    public const string ByHerself = "by_herself";

    /// <summary>She has as many open as she can carry.</summary>
    public const string Capacity = "capacity";

    /// <summary>She covers nothing of it.</summary>
    public const string Area = "area";

    /// <summary>Only coordinators until the words on whom to keep away have been read, or while the place is unknown.</summary>
    public const string CoordinatorOnly = "coordinator_only";

    /// <summary>Officials receive a case only by the rules of referral.</summary>
    public const string Official = "official";

    /// <summary>A reason as an operator is told it.</summary>
    public static string InWords(string reason) => Sentences.TryGetValue(reason, out var sentence) ? sentence : reason;

    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [KeptAway] = "Must not know: named by the reporter, of an institution or community that was, or in conflict by her own word.",
        [OptedOut] = "Wrote ALTO: nothing is sent to her until she writes ALTA.",
        [Suspended] = "Suspended: 'responders suspend ID --back' lets her in again.",
        [Sample] = "A fictional one of the demo, and the tip came through a provider.",
        [Tried] = "Had it already and did not take it.",
        [Competence] = "Her competences do not include the kind.",
        [Language] = "Does not speak the language.",
        [Training] = "Has not been trained yet: the sheet's column trained_on.",
        [ByHerself] = "Will not take the kind: the sheet's column excludes.",
        [Capacity] = "Has as many open as she can carry, and it is not urgent.",
        [Area] = "Covers nothing of where it is.",
        [CoordinatorOnly] = "Coordinators only: the place is unknown, or words on whom to keep away name nobody on file for certain.",
        [Official] = "Officials get a case only when there is danger now with consent or a child, when the reporter chose it, or by a coordinator; where an institution must not know, by a coordinator alone.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
