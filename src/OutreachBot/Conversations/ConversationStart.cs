using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Plans the daily housekeeping, and has the covers of responders compared with their conversations.</summary>
internal sealed class ConversationStart(ITransactions transactions, Housekeeping housekeeping, CoveredResponders covered) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(Begin, cancellationToken);

    private void Begin(UnitOfWork unit)
    {
        housekeeping.Begin(unit);
        covered.Plan(unit);
    }
}
