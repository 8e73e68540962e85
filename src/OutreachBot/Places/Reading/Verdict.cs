namespace OutreachBot.Places.Reading;

internal enum VerdictKind
{
    Resolved,
    Ask,
    None,
    Outside,
}

/// <summary>What a text says of where.</summary>
/// <param name="Municipalities">One when resolved; best first, at most 4, when to be asked.</param>
internal sealed record Verdict(VerdictKind Kind, IReadOnlyList<Municipality> Municipalities)
{
    public static readonly Verdict Nothing = new(VerdictKind.None, []);
    public static readonly Verdict Outside = new(VerdictKind.Outside, []);

    public static Verdict Of(Municipality municipality) => new(VerdictKind.Resolved, [municipality]);

    public static Verdict Asking(IEnumerable<Municipality> municipalities) =>
        municipalities.Distinct().Take(PlaceJudge.MostCandidates).ToList() is { Count: > 0 } some ? new Verdict(VerdictKind.Ask, some) : Nothing;
}
