using OutreachBot.Channels;
using OutreachBot.Demo;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Hosting;

/// <summary>What the command at hand may decide about the mode.</summary>
/// <param name="Decides">False: it takes the mode as it is, and writes nothing.</param>
/// <param name="Demo">What the operator said; null: nothing.</param>
internal sealed record ModeWish(bool Decides, bool? Demo)
{
    public static readonly ModeWish TakeAsItIs = new(false, null);
}

/// <summary>Decides whether this is a demo. The mode is kept in the data directory: a line never becomes a demo by itself.</summary>
internal sealed class ModeStart(
    ModeWish wish,
    LineMode mode,
    ITransactions transactions,
    IStoreSettings settings,
    Func<IEnumerable<IDemoResident>> residents,
    Roads roads,
    TimeProvider time) : IStartStep
{
    private const string Setting = "mode";
    private const string Demo = "demo";
    private const string Live = "live";

    public bool ForEveryCommand => true;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            var isDemo = Decide(unit);
            unit.AfterCommit(() => mode.Decide(isDemo));
        },
        cancellationToken);

    private bool Decide(UnitOfWork unit)
    {
        var kept = settings.Get(unit, Setting);
        if (!wish.Decides)
        {
            return kept is null ? !roads.HasAny : kept == Demo;
        }
        switch (kept, wish.Demo)
        {
            case (null, _):
                return Begin(unit, wish.Demo ?? !roads.HasAny);
            case (Demo, false):
                Leave(unit);
                return false;
            case (Live, true):
                throw new StartRefusedException("--demo: this data directory is a real line's. Take another one with --data DIR.");
            default:
                return kept == Demo;
        }
    }

    private bool Begin(UnitOfWork unit, bool isDemo)
    {
        settings.Set(unit, Setting, isDemo ? Demo : Live);
        if (isDemo)
        {
            foreach (var resident in residents())
            {
                resident.MoveIn(unit);
            }
        }
        return isDemo;
    }

    private void Leave(UnitOfWork unit)
    {
        var clock = time as SimulatedClock;
        if (clock?.Lead > TimeSpan.Zero && residents().Any(r => r.HoldsRealTips(unit)))
        {
            // Their deadlines would stand in the future, and nobody would be reminded for as long.
            throw new StartRefusedException(
                "--no-demo: tips that came through a provider stand at a clock that was moved ahead. "
                + "Close them in the demo first (serve --demo), or begin with another --data DIR.");
        }
        foreach (var resident in residents())
        {
            resident.MoveOut(unit);
        }
        clock?.Reset(unit, settings);
        settings.Set(unit, Setting, Live);
    }
}
