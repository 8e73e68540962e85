namespace OutreachBot.Audit;

internal enum AuditFaultKind
{
    /// <summary>What stands in it is not what its hash is over.</summary>
    Changed,

    /// <summary>It is another line of the chain, put in this place.</summary>
    Moved,

    /// <summary>It has a hash of its own, and the line after it follows another.</summary>
    Rewritten,

    /// <summary>It is not there, and lines after it are.</summary>
    Missing,

    /// <summary>Its number is none that a chain has.</summary>
    Foreign,

    /// <summary>The chain ends before a head that was kept.</summary>
    CutOff,

    /// <summary>The chain holds together, and is not the one whose head was kept.</summary>
    OtherChain,
}

/// <summary>One thing that is wrong with the chain.</summary>
/// <param name="Line">Where.</param>
/// <param name="Other">Of missing lines and those cut off the last; of a moved one its own number.</param>
internal sealed record AuditFault(AuditFaultKind Kind, long Line, long? Other = null)
{
    /// <summary>One sentence.</summary>
    public override string ToString() => Kind switch
    {
        AuditFaultKind.Changed => $"Line {Line} was changed: its hash is over something else.",
        AuditFaultKind.Moved => $"Line {Line} is line {Other}, put in this place.",
        AuditFaultKind.Rewritten => $"Line {Line} was rewritten, hash and all: what comes after it follows another line.",
        AuditFaultKind.Missing when Other > Line => $"Lines {Line} to {Other} are missing.",
        AuditFaultKind.Missing => $"Line {Line} is missing.",
        AuditFaultKind.Foreign => $"Line {Line} does not belong to the chain: lines are numbered from 1.",
        AuditFaultKind.CutOff when Other > Line => $"Lines {Line} to {Other} were cut off the end: a head that was kept names them.",
        AuditFaultKind.CutOff => $"Line {Line} was cut off the end: a head that was kept names it.",
        AuditFaultKind.OtherChain => $"Line {Line} is not the one whose head was kept: it, or lines before it, were written anew.",
        _ => throw new InvalidOperationException($"There are no words for {Kind}."),
    };
}

/// <summary>What came of walking the chain.</summary>
/// <param name="Head">Of the chain as it is.</param>
/// <param name="Faults">The first of them, in the order of lines.</param>
/// <param name="FaultCount">All of them.</param>
internal sealed record AuditReport(AuditHead Head, IReadOnlyList<AuditFault> Faults, int FaultCount)
{
    public bool IsWhole => FaultCount == 0;
}
