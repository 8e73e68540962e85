namespace OutreachBot.Transactions;

public static class TransactionsExtensions
{
    /// <summary>The same for work that gives nothing back.</summary>
    public static Task RunAsync(this ITransactions transactions, Action<UnitOfWork> work, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            unit =>
            {
                work(unit);
                return true;
            },
            cancellationToken);
}
