using OutreachBot.Starting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Backups;

/// <summary>Plans the copy of the ledger, makes the file, and refuses one that would be lost with the store or can't be written.</summary>
/// <remarks>It is made even while nothing was erased: where a restore finds none, something is wrong.</remarks>
internal sealed class LedgerStart(
    ITransactions transactions, IErasureLedger ledger, LedgerCopy copy, LedgerFile file, OutsideFile outside, ILogger<LedgerStart> logger) : IStartStep
{
    private const string Setting = "Backup__LedgerFile";

    public bool ForEveryCommand => false;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (file.Path is { } path)
        {
            outside.RefuseMisplaced(Setting, path, "and is lost when that is");
            var all = await transactions.RunAsync(ledger.All, cancellationToken);
            if (await outside.WriteAsync(Setting, path, () => file.Write(path, all), cancellationToken) is { } failure)
            {
                logger.LedgerNotWritten(failure);
            }
        }
        await transactions.RunAsync(copy.Begin, cancellationToken);
    }
}
