using System.Text;

namespace OutreachBot.Fuzz;

/// <summary>One way in which a reader failed.</summary>
/// <param name="What">The exception, or how long it took.</param>
/// <param name="Where">The first line of ours, where it is known.</param>
internal sealed record Finding(string What, string Where, byte[] Input)
{
    public static Finding Of(Exception fault, byte[] input)
    {
        var frames = (fault.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var ours = Array.Find(frames, f => f.Contains("OutreachBot.", StringComparison.Ordinal) && !f.Contains(nameof(BrokenLawException), StringComparison.Ordinal));
        return new Finding($"{fault.GetType().Name}: {fault.Message}", ours ?? "", input);
    }

    public override string ToString() => $"{What} {Where} ({Input.Length} bytes)";
}

/// <summary>The input that took the most processor time of the whole process.</summary>
internal sealed record SlowInput(TimeSpan Took, byte[] Input);

/// <summary>What a run came to.</summary>
/// <param name="Inputs">Inputs read, the seeds among them.</param>
/// <param name="Kept">Inputs that brought something new and were changed further.</param>
/// <param name="Outcomes">How often each outcome came.</param>
/// <param name="Edges">Branches taken by any of them.</param>
internal sealed record FuzzReport(
    long Inputs, int Kept, int Edges, IReadOnlyDictionary<string, long> Outcomes, SlowInput Slowest, IReadOnlyList<Finding> Findings)
{
    private const int MostOutcomes = 12;

    public override string ToString()
    {
        var text = new StringBuilder($"{Inputs} inputs, {Kept} kept, {Edges} branches seen, {Outcomes.Count} outcomes, slowest {Slowest.Took.TotalMilliseconds:F0} ms for {Slowest.Input.Length} bytes, {Findings.Count} findings");
        foreach (var (outcome, count) in Outcomes.OrderByDescending(o => o.Value).Take(MostOutcomes))
        {
            text.Append($"\n  {count,10}  {(outcome.Length > 100 ? outcome[..100] : outcome)}");
        }
        foreach (var finding in Findings)
        {
            text.Append($"\n! {finding}");
        }
        return text.ToString();
    }
}
