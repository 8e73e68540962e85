using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Storage;

/// <summary>Opens the store before anything else is asked of it, and takes up the clock where the demo left it.</summary>
internal sealed class StoreStart(Func<ITransactions> open, TimeProvider time, IStoreSettings settings) : IStartStep
{
    public bool ForEveryCommand => true;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var transactions = open();
        if (time is SimulatedClock clock)
        {
            await transactions.RunAsync(unit => clock.Restore(unit, settings), cancellationToken);
        }
    }
}
