using OutreachBot.Fuzz.Guiding;

namespace OutreachBot.Fuzz;

/// <summary>Changes inputs and lets a target read them, keeping those that brought something new.</summary>
/// <param name="seeds">At least one.</param>
/// <param name="coverage">Which branches were taken; where it isn't known, outcomes alone say what is new.</param>
internal sealed class FuzzRun(IFuzzTarget target, IReadOnlyList<byte[]> seeds, int seed, ICoverage coverage)
{
    private const int MostFindings = 20;

    /// <summary>Kept inputs are small, or all time goes into reading.</summary>
    private const int LongestKept = 16 * 1024;

    private readonly Mutator _mutator = new(seed, target.Scraps);
    private readonly List<byte[]> _pool = [];
    private readonly Dictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);
    private SlowInput _slowest = new(TimeSpan.Zero, []);

    /// <summary>Processor time an input may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Told of each input before it is read; null: nobody watches.</summary>
    public IWatch? Watch { get; init; }

    /// <param name="goesOn">Asked before each input with the count of those read.</param>
    public FuzzReport Run(Func<long, bool> goesOn)
    {
        var count = 0L;
        foreach (var input in seeds)
        {
            _pool.Add(input);
            Try(input);
            count++;
        }
        while (_findings.Count < MostFindings && goesOn(count))
        {
            var input = _mutator.Change(_pool[_mutator.Pick(_pool.Count)], _pool);
            if (Try(input) && input.Length <= LongestKept)
            {
                _pool.Add(input);
            }
            count++;
        }
        return new FuzzReport(count, _pool.Count - seeds.Count, coverage.Seen, _outcomes, _slowest, [.. _findings.Values]);
    }

    /// <returns>Whether it brought something new.</returns>
    private bool Try(byte[] input)
    {
        Watch?.Begins(input);
        coverage.Begin();
        var before = Environment.CpuUsage.TotalTime;
        string outcome;
        try
        {
            outcome = target.Read(input);
        }
        catch (Exception fault)
        {
            // Whatever it throws is what we are here for.
            Note(Finding.Of(fault, input));
            outcome = "!";
        }
        var took = Environment.CpuUsage.TotalTime - before;
        Watch?.Ended();
        // The first reads are the compiler's.
        _slowest = took > _slowest.Took && _pool.Count > seeds.Count ? new SlowInput(took, input) : _slowest;
        if (took > Patience)
        {
            Note(new Finding($"it took {took.TotalSeconds:F1} s of processor time", target.Name, input));
        }
        var isNew = !_outcomes.TryGetValue(outcome, out var known);
        _outcomes[outcome] = known + 1;
        return coverage.End() | isNew;
    }

    // One fault, one finding: the first input that shows it.
    private void Note(Finding finding) => _findings.TryAdd(finding.What + finding.Where, finding);
}
