using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OutreachBot.Fuzz.Guiding;

namespace OutreachBot.Fuzz;

/// <summary>Fuzzes one target for some minutes. Exit code 0: nothing found; 1: findings; 3: an input hangs.</summary>
internal static class Program
{
    private static readonly Argument<string> Target = new("target") { Description = "age, webhook, yaml or places." };
    private static readonly Option<double> Minutes = new("--minutes") { Description = "How long.", DefaultValueFactory = _ => 10 };
    private static readonly Option<long?> Inputs = new("--inputs") { Description = "How many inputs, instead of minutes." };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed makes the same changes.", DefaultValueFactory = _ => 1 };
    private static readonly Option<FileInfo?> Replay = new("--replay") { Description = "Read one input and say what came of it." };
    private static readonly Option<DirectoryInfo> Findings = new("--findings")
    {
        Description = "Where inputs that broke something are put.",
        DefaultValueFactory = _ => new DirectoryInfo("fuzz-findings"),
    };
    private static readonly Option<bool> Plain = new("--plain") { Description = "Without looking at branches." };
    private static readonly Option<bool> Instrumented = new("--instrumented") { Hidden = true };

    public static async Task<int> Main(string[] args)
    {
        Target.AcceptOnlyFromAmong([.. FuzzTargets.All.Keys]);
        var root = new RootCommand("Feeds readers of strangers' bytes with what nobody thought of.") { Target, Minutes, Inputs, Seed, Replay, Findings, Plain, Instrumented };
        root.SetAction((parsed, cancellation) => RunAsync(parsed, args, cancellation));
        return await root.Parse(args).InvokeAsync();
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] args, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Target);
        if (parsed.GetValue(Replay) is { } file)
        {
            Console.WriteLine(FuzzTargets.All[name]().Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken)));
            return 0;
        }
        if (parsed.GetValue(Plain))
        {
            return await FuzzAsync(name, parsed, new NoCoverage(), cancellationToken);
        }
        if (parsed.GetValue(Instrumented))
        {
            return await FuzzAsync(name, parsed, BranchMap.Install(), cancellationToken);
        }
        using var copy = InstrumentedCopy.Make();
        return await copy.RunAsync([.. args, "--instrumented"], cancellationToken);
    }

    private static async Task<int> FuzzAsync(string name, ParseResult parsed, ICoverage coverage, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parsed.GetRequiredValue(Findings).FullName, name));
        var patience = TimeSpan.FromSeconds(5);
        using var watchman = new Watchman(Path.Combine(folder.FullName, "being-read.bin"), patience);
        var run = new FuzzRun(FuzzTargets.All[name](), Corpus.Of(name), parsed.GetValue(Seed), coverage) { Patience = patience, Watch = watchman };
        var minutes = parsed.GetValue(Minutes);
        var (most, clock) = (parsed.GetValue(Inputs), Stopwatch.StartNew());

        var report = run.Run(count => !cancellationToken.IsCancellationRequested && (most is { } m ? count < m : clock.Elapsed.TotalMinutes < minutes));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, seed {parsed.GetValue(Seed)}, {clock.Elapsed.TotalMinutes:F1} minutes: {report}"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "slowest.bin"), report.Slowest.Input, cancellationToken);
        for (var i = 0; i < report.Findings.Count; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{i + 1}.bin"), report.Findings[i].Input, cancellationToken);
        }
        return report.Findings.Count == 0 ? 0 : 1;
    }
}
