namespace OutreachBot.Doctor;

/// <summary>Looks at one thing that an operator can mend. Changes nothing.</summary>
internal interface IDoctorCheck
{
    /// <summary>What is looked at, in two or three words.</summary>
    string Name { get; }

    /// <returns>What was found; empty when all is well.</returns>
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}

/// <summary>One thing that isn't as it should be.</summary>
/// <param name="IsFault">It has to be mended; else it is a note.</param>
/// <param name="What">One sentence; nothing private.</param>
/// <param name="Mend">What to do, one sentence.</param>
internal sealed record Finding(bool IsFault, string What, string Mend)
{
    public static Finding Fault(string what, string mend) => new(IsFault: true, what, mend);

    public static Finding Note(string what, string mend) => new(IsFault: false, what, mend);

    /// <summary>A fault on a line that people rely on, a note in a demo.</summary>
    public static Finding FaultUnless(bool isDemo, string what, string mend) => new(!isDemo, what, mend);
}
