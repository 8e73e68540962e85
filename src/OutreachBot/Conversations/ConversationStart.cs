using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Plans the daily housekeeping.</summary>
internal sealed class ConversationStart(ITransactions transactions, Housekeeping housekeeping) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(housekeeping.Begin, cancellationToken);
}
