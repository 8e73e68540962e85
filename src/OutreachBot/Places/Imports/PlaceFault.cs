namespace OutreachBot.Places.Imports;

/// <summary>What is wrong with a file of places.</summary>
/// <param name="Where">As its readers count: <c>line 12</c> (the first is 1), <c>feature 3</c>.</param>
/// <param name="Column">The header's word, or null where all of it is meant.</param>
/// <param name="Problem">Without a full stop.</param>
/// <param name="Mend">One sentence.</param>
public sealed record PlaceFault(string Where, string? Column, string Problem, string Mend)
{
    public override string ToString() => Column is null ? $"{Where}: {Problem}. {Mend}" : $"{Where}, {Column}: {Problem}. {Mend}";
}
