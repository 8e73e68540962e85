namespace OutreachBot.Flows.Definitions;

/// <summary>Where in a flow file something stands; line and column count from 1.</summary>
public readonly record struct SourceSpot(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

public enum Severity
{
    Warning,
    Error,
}

/// <summary>One thing that is wrong in a flow, said so that an author can mend it.</summary>
/// <param name="Code">The fault's name in snake case, e.g. <c>unreachable_state</c>; stable, tests and editors use it.</param>
/// <param name="Spot">File (relative to the flows folder's parent), line and column.</param>
/// <param name="Problem">What is wrong, one sentence without a full stop.</param>
/// <param name="Mend">How to mend it, one sentence.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpot Spot, string Problem, string Mend)
{
    public override string ToString() =>
        $"{Spot}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Problem}. {Mend}";
}
