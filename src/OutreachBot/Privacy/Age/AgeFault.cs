namespace OutreachBot.Privacy.Age;

/// <summary>Why a file could not be opened.</summary>
public enum AgeFault
{
    /// <summary>It doesn't begin like an age file, or is of a version that isn't known.</summary>
    NotAge,

    /// <summary>The header breaks the format's rules.</summary>
    BadHeader,

    /// <summary>It is sealed to others.</summary>
    NoMatch,

    /// <summary>The header was changed after it was made.</summary>
    BadMac,

    /// <summary>The payload is damaged, cut short, or goes on after its end.</summary>
    BadPayload,
}

/// <summary>What came of opening a file.</summary>
/// <param name="Plain">Set when it was opened.</param>
/// <param name="Fault">Set when it was not.</param>
public readonly record struct AgeOpening(byte[]? Plain, AgeFault? Fault)
{
    internal static AgeOpening Refused(AgeFault fault) => new(null, fault);

    public override string ToString() => Fault is { } fault ? $"[refused: {fault}]" : "[opened]";
}
