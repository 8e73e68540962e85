using OutreachBot.Agenda;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Simulator;

/// <summary>Moves the demo's clock ahead, and lets everything happen on the way that would have.</summary>
/// <remarks>It stops at each thing that falls due: an escalation after ten minutes is seen before the one after twenty.</remarks>
internal sealed class TimeTravel(
    SimulatedClock clock,
    ITransactions transactions,
    IStoreSettings settings,
    IAgendaStore agenda,
    AgendaRunner runner,
    OutboxDispatcher outbox)
{
    /// <summary>Longest single journey, minutes: 60 days.</summary>
    public const int MostMinutes = 60 * 24 * 60;

    /// <summary>Stops on one journey; what falls due later than that is done at its end.</summary>
    private const int MostStops = 500;

    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeSpan Lead => clock.Lead;

    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        var goal = clock.GetUtcNow() + by;
        for (var stop = 0; stop < MostStops; stop++)
        {
            await SettleAsync(cancellationToken);
            var next = await transactions.RunAsync(u => agenda.Next(u, 1) is [var item] ? item.Due : goal, cancellationToken);
            if (next >= goal)
            {
                break;
            }
            await MoveToAsync(next, cancellationToken);
        }
        await MoveToAsync(goal, cancellationToken);
        await SettleAsync(cancellationToken);
    }

    /// <summary>Does what is due, and what that makes due.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await runner.RunDueAsync(cancellationToken);
        await outbox.DrainAsync(cancellationToken);
        await runner.RunDueAsync(cancellationToken);
    }

    private Task MoveToAsync(DateTimeOffset goal, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            // Time runs by itself as well, and may have passed the goal already.
            if (goal - clock.GetUtcNow() is { Ticks: > 0 } rest)
            {
                clock.Advance(unit, settings, rest);
            }
        },
        cancellationToken);
}
