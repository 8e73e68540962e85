namespace OutreachBot.Starting;

/// <summary>The program can't start, or a command can't run, until something is mended.</summary>
/// <param name="reasons">One line each: what is wrong, where, and the mend. Shown to the operator; nothing private.</param>
public sealed class StartRefusedException(params IEnumerable<string> reasons) : Exception("The start was refused.")
{
    public IReadOnlyList<string> Reasons { get; } = [.. reasons];
}
