namespace OutreachBot.Commands;

/// <summary>How a command ends; others script against these.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, or faults were found.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;
}
