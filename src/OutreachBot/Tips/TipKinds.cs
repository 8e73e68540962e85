namespace OutreachBot.Tips;

/// <summary>What a tip may be about, as responders' competences name it.</summary>
internal static class TipKinds
{
    /// <summary>Fits any competence.</summary>
    public const string Unknown = "unknown";

    /// <summary>In the order they are offered.</summary>
    public static readonly IReadOnlyList<string> All =
        ["work", "sexual", "domestic", "forced_marriage", "begging", "recruiting", "missing", "other", Unknown];

    /// <summary>The kind itself; <c>unknown</c> for any other word.</summary>
    public static string Known(string? kind) => kind is not null && All.Contains(kind) ? kind : Unknown;
}
