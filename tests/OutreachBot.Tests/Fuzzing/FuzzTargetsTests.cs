using OutreachBot.Fuzz;
using OutreachBot.Fuzz.Guiding;

namespace OutreachBot.Tests.Fuzzing;

/// <summary>A short run of each target, always the same; the long ones are in docs/fuzzing.md.</summary>
public sealed class FuzzTargetsTests
{
    public static TheoryData<string, int> Runs => new()
    {
        { "age", 3_000 },
        { "webhook", 1_500 },
        { "yaml", 300 },
        { "places", 200 },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_strangers_write_is_read_or_refused_and_breaks_nothing(string target, int inputs)
    {
        var report = new FuzzRun(FuzzTargets.All[target](), Corpus.Of(target), seed: 6, new NoCoverage()) { Patience = TimeSpan.MaxValue }
            .Run(count => count < inputs);

        Assert.Equal([], report.Findings.Select(f => f.ToString()));
        Assert.True(report.Outcomes.Count > 3, $"Hardly anything was reached: {report}");
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_target_has_a_test_and_seeds_of_its_own(string target, int inputs)
    {
        Assert.True(inputs > 0);
        Assert.Equal(Runs.Count, FuzzTargets.All.Count);
        Assert.True(Corpus.Of(target).Count >= 5);
    }
}
