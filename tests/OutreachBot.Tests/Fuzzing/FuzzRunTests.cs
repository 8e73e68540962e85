using OutreachBot.Fuzz;
using OutreachBot.Fuzz.Guiding;

namespace OutreachBot.Tests.Fuzzing;

/// <summary>The fuzzer finds what is there to be found.</summary>
public sealed class FuzzRunTests
{
    private static readonly byte[][] Seeds = ["hello world"u8.ToArray(), "a=1&b=2"u8.ToArray()];

    [Fact]
    public void An_exception_is_a_finding_with_the_input_that_did_it()
    {
        var report = Run(input => input.AsSpan().IndexOf("!"u8) >= 0 ? throw new InvalidOperationException("planted") : "fine");

        var finding = Assert.Single(report.Findings);
        Assert.Contains("planted", finding.What, StringComparison.Ordinal);
        Assert.Contains((byte)'!', finding.Input);
    }

    [Fact]
    public void A_broken_promise_is_a_finding()
    {
        var report = Run(input =>
        {
            BrokenLawException.Unless(input.Length < 40, "planted law");
            return "fine";
        });

        Assert.Contains("planted law", Assert.Single(report.Findings).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_takes_too_much_processor_time_is_a_finding()
    {
        var report = Run(
            input =>
            {
                var until = Environment.CpuUsage.TotalTime + TimeSpan.FromMilliseconds(input is [(byte)'h', ..] ? 40 : 0);
                while (Environment.CpuUsage.TotalTime < until)
                {
                }
                return "fine";
            },
            patience: TimeSpan.FromMilliseconds(30),
            inputs: 3);

        Assert.Contains("processor time", Assert.Single(report.Findings, f => f.Input.AsSpan().SequenceEqual(Seeds[0])).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_with_a_new_outcome_is_changed_further()
    {
        // Three steps that can't be made at once: each is reached from what the last one kept.
        var report = Run(input => Depth(input).ToString(), inputs: 60_000);

        Assert.Equal(["0", "1", "2", "3"], report.Outcomes.Keys.Order());
        Assert.Equal(3, report.Kept);
    }

    [Fact]
    public void The_same_seed_makes_the_same_run()
    {
        static string Read(byte[] input) => input.Length.ToString();

        Assert.Equal(Run(Read, seed: 7).Outcomes, Run(Read, seed: 7).Outcomes);
        Assert.NotEqual(Run(Read, seed: 7).Outcomes, Run(Read, seed: 8).Outcomes);
    }

    [Fact]
    public void No_input_is_longer_than_the_bound() =>
        Assert.DoesNotContain(Run(input => (input.Length > Mutator.Longest).ToString(), inputs: 20_000).Outcomes.Keys, k => k == bool.TrueString);

    [Fact]
    public void What_is_being_read_outlives_a_process_that_dies_of_it()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("outreachbot-").FullName, "being-read.bin");
        using (var watchman = new Watchman(path, TimeSpan.FromMinutes(1)))
        {
            watchman.Begins("the last"u8.ToArray());
        }

        Assert.Equal("the last"u8.ToArray(), Watchman.Left(path));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static int Depth(byte[] input) =>
        !input.Contains((byte)'#') ? 0 : input.Count(b => b == '#') < 3 ? 1 : input.Count(b => b == '#') < 6 ? 2 : 3;

    private static FuzzReport Run(Func<byte[], string> read, TimeSpan? patience = null, int inputs = 4_000, int seed = 1) =>
        new FuzzRun(new Planted(read), Seeds, seed, new NoCoverage()) { Patience = patience ?? TimeSpan.MaxValue }.Run(count => count < inputs);

    private sealed class Planted(Func<byte[], string> read) : IFuzzTarget
    {
        public string Name => "planted";

        public IReadOnlyList<byte[]> Scraps { get; } = ["!"u8.ToArray(), "#"u8.ToArray(), "long enough to matter"u8.ToArray()];

        public string Read(byte[] input) => read(input);
    }
}
