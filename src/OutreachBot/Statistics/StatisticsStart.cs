using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>Has figures made where the line is served.</summary>
internal sealed class StatisticsStart(ITransactions transactions, Releasing releasing) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(releasing.Begin, cancellationToken);
}
