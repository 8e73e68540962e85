using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>Proves that no line was changed, moved or taken out; with a head kept elsewhere, that none was cut off either.</summary>
internal sealed class AuditChain(ITransactions transactions, IAuditStore store)
{
    /// <summary>Lines in one unit of work: the line waits for no longer than some messages would take.</summary>
    private const int BatchSize = 500;

    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) => transactions.RunAsync(Head, cancellationToken);

    public AuditHead Head(UnitOfWork unit) => AuditHead.Of(store.Head(unit));

    /// <param name="heads">What was kept elsewhere; none: only the chain itself is looked at.</param>
    public async Task<AuditReport> VerifyAsync(IReadOnlyCollection<AuditHead> heads, CancellationToken cancellationToken)
    {
        var walk = new AuditWalk(heads);
        IReadOnlyList<AuditLine> batch;
        do
        {
            batch = await transactions.RunAsync(unit => store.Read(unit, walk.At, BatchSize), cancellationToken);
            foreach (var line in batch)
            {
                walk.Take(line);
            }
        }
        while (batch.Count == BatchSize);
        return walk.Finish();
    }
}
