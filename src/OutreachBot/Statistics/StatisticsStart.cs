using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>Has figures made where the line is served.</summary>
internal sealed class StatisticsStart(ITransactions transactions, Releasing releasing, PublicCounting counting) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            releasing.Begin(unit);
            counting.Begin(unit);
        },
        cancellationToken);
}
