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
}
