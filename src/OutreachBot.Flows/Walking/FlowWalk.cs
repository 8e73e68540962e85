using System.Numerics;
using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Walking;

/// <summary>What is to be walked.</summary>
/// <param name="Language">Only this language; null: all.</param>
/// <param name="Channel">Only this channel; null: all.</param>
/// <param name="MostStates">In one world; what lies beyond is counted and said.</param>
/// <param name="Workers">How many worlds are walked at once.</param>
public sealed record WalkSettings(LanguageTag? Language, ChannelKind? Channel, int MostStates, int Workers)
{
    public const int DefaultMostStates = 20_000;
}

/// <summary>Walks every path of the flows with the real engine, in every language and channel, and says what is wrong with them.</summary>
public static class FlowWalk
{
    /// <summary>Walks and looks. Slow: seconds a world.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static WalkReport Run(FlowBook book, WalkSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(settings);
        var worlds = WalkWorld.Of(book).Where(w => settings.Language is null || w.Language == settings.Language)
            .Where(w => settings.Channel is null || w.Channel == settings.Channel).ToList();
        var walks = new WorldWalk[worlds.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Workers), CancellationToken = cancellation };
        Parallel.For(0, worlds.Count, options, i => walks[i] = Walk(book, worlds[i], settings, cancellation));
        var coverage = new ChatCoverage(book);
        foreach (var walk in walks)
        {
            coverage.Add(walk.Events);
        }
        var findings = walks.SelectMany(w => w.Findings).OrderBy(f => f.From.Number).DistinctBy(f => f.Diagnostic)
            .OrderBy(f => f.Diagnostic.Spot.File, StringComparer.Ordinal).ThenBy(f => f.Diagnostic.Spot.Line).ThenBy(f => f.Diagnostic.Spot.Column)
            .ThenBy(f => f.Diagnostic.Code, StringComparer.Ordinal).ThenBy(f => f.Diagnostic.Problem, StringComparer.Ordinal);
        return new WalkReport(
            [.. walks.Select(w => w.Count)],
            coverage.Flows(),
            [.. findings.Select(f => new WalkFinding(f.Diagnostic, f.World, Snippet.Of(book, f)))]);
    }

    private static WorldWalk Walk(FlowBook book, WalkWorld world, WalkSettings settings, CancellationToken cancellation)
    {
        var walked = new Explorer(book, world, new Shape(book), AllFaults.InTurns, settings.MostStates).Walk(cancellation);
        var findings = walked.Found.Concat(AllFaults.InGraphs.SelectMany(f => f.Look(walked)));
        var count = new WorldCount(
            world, walked.Nodes.Count, walked.Nodes.Sum(n => n.Arrows.Count), walked.Steps, Paths.Count(walked.Nodes), walked.Cuts.OtherLanguage, walked.Cuts.TooMany);
        return new WorldWalk(count, walked.Events, [.. findings.OrderBy(f => f.From.Number).DistinctBy(f => f.Diagnostic)]);
    }

    private sealed record WorldWalk(WorldCount Count, IReadOnlySet<Running.TurnEvent> Events, IReadOnlyList<Finding> Findings);
}

/// <summary>What was covered in one world, and what was not followed.</summary>
/// <param name="Arrows">Ways from state to state, each outcome of each effect for itself.</param>
/// <param name="Steps">How often the engine was asked.</param>
/// <param name="Paths">Ways from the beginning to an end that come to no state twice, arrows that lead back left out.</param>
/// <param name="OtherLanguage">Arrows not followed because they lead into another language, which is walked by itself.</param>
/// <param name="BeyondLimit">Arrows not followed because the limit of states was reached.</param>
public sealed record WorldCount(WalkWorld World, int States, int Arrows, long Steps, BigInteger Paths, int OtherLanguage, int BeyondLimit);

/// <summary>A fault, for whom it was found, and the shortest conversation that shows it.</summary>
/// <param name="Chat">A transcript with what is answered now.</param>
public sealed record WalkFinding(Diagnostic Diagnostic, WalkWorld World, string Chat);

/// <param name="Coverage">States and arrows of the definitions, over all worlds.</param>
public sealed record WalkReport(IReadOnlyList<WorldCount> Worlds, IReadOnlyList<FlowCoverage> Coverage, IReadOnlyList<WalkFinding> Findings);
