using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary>Finds what is wrong in flows that load: the loader sees each name and number, the linter sees where they lead.</summary>
public static class FlowLinter
{
    private static readonly ICheck[] Checks =
    [
        new UnreachableState(), new NoWayOut(), new EndlessTurn(), new MissingWords(), new MissingLabel(), new UnknownPlaceholder(), new PromptTooLong(),
        new Ucs2OnSms(), new TooManyFirstOptions(), new KeywordCollision(), new DangerNotReachable(), new UnaskedSays(),
        new ClaimsBeforeDone(), new SealedLeak(), new MissingEntrance(), new UnusedPrompt(), new StaleWords(), new UnattestedWords(),
    ];

    /// <summary>All faults, by file and line; empty where there is none.</summary>
    public static IReadOnlyList<Diagnostic> Lint(FlowBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Run(book, Checks);
    }

    /// <summary>The faults of the privacy lint alone: a book that has one is never taken into use.</summary>
    public static IReadOnlyList<Diagnostic> Leaks(FlowBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Run(book, [new SealedLeak()]);
    }

    private static IReadOnlyList<Diagnostic> Run(FlowBook book, ICheck[] checks)
    {
        var opened = new CheckedBook(book);
        return
        [
            .. checks.SelectMany(c => c.Find(opened)).Distinct()
                .OrderBy(d => d.Spot.File, StringComparer.Ordinal).ThenBy(d => d.Spot.Line).ThenBy(d => d.Spot.Column).ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
    }
}
