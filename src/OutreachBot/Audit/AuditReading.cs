using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>Reads the audit for somebody who may; that she did is a line of it.</summary>
internal sealed class AuditReading(ITransactions transactions, IAuditStore store, AuditTrail trail)
{
    private const int BatchSize = 500;

    /// <param name="actor">Who reads.</param>
    /// <param name="after">The number of the last line that she has seen; 0: from the beginning.</param>
    /// <param name="take">Is given each line in its order with its reason; null where none was given, or it is damaged.</param>
    public async Task ReadAsync(string actor, long after, Func<AuditLine, string?, Task> take, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(
            unit => trail.Append(unit, new AuditEntry(actor, AuditActs.AuditRead, Tip: null, Reason: null)), cancellationToken);
        IReadOnlyList<AuditLine> batch;
        do
        {
            var from = after;
            batch = await transactions.RunAsync(unit => store.Read(unit, from, BatchSize), cancellationToken);
            foreach (var line in batch)
            {
                await take(line, trail.ReasonOf(line));
                after = line.Number;
            }
        }
        while (batch.Count == BatchSize);
    }
}
