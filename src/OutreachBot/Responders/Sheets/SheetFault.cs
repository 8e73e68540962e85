namespace OutreachBot.Responders.Sheets;

/// <summary>What is wrong with a sheet. Names the line and the column, never a number or a name.</summary>
/// <param name="Line">Counts from 1, the header being 1.</param>
/// <param name="Column">The header's word; null where the whole line is meant.</param>
/// <param name="Problem">Without a full stop.</param>
/// <param name="Mend">One sentence.</param>
public sealed record SheetFault(long Line, string? Column, string Problem, string Mend)
{
    public override string ToString() => Column is null ? $"line {Line}: {Problem}. {Mend}" : $"line {Line}, {Column}: {Problem}. {Mend}";
}
