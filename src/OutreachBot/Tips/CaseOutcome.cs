namespace OutreachBot.Tips;

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    Protected,
    Referred,
    Unfounded,
    NotReachable,
    Duplicate,
    Withdrawn,
}

/// <summary>The outcomes as flows and files write them.</summary>
public static class CaseOutcomes
{
    /// <summary>Snake case: <c>not_reachable</c>.</summary>
    public static string Word(this CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Protected => "protected",
        CaseOutcome.Referred => "referred",
        CaseOutcome.Unfounded => "unfounded",
        CaseOutcome.NotReachable => "not_reachable",
        CaseOutcome.Duplicate => "duplicate",
        CaseOutcome.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <returns>Null for a word that is no outcome.</returns>
    public static CaseOutcome? Parse(string? word) =>
        Enum.GetValues<CaseOutcome>().Cast<CaseOutcome?>().FirstOrDefault(o => o!.Value.Word() == word);
}
