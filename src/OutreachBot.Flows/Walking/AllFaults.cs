using OutreachBot.Flows.Walking.Faults;

namespace OutreachBot.Flows.Walking;

/// <summary>All faults that a walk looks for.</summary>
internal static class AllFaults
{
    public static IReadOnlyList<ITurnFault> InTurns { get; } =
    [
        new NoProgress(), new Misread(), new Untranslated(), new TooLong(), new NoPerson(), new NoHelp(), new SealedSaid(), new SaidTooSoon(),
        new EchoAfterSilence(), new SaidByClock(), new TellsAfterExit(),
    ];

    public static IReadOnlyList<IGraphFault> InGraphs { get; } = [new DeadEnd(), new NoPerson(), new UnaskedWords()];
}
