using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Backups;

/// <summary>Plans the copy of the ledger, and refuses a file that would be lost with the store.</summary>
internal sealed class LedgerStart(ITransactions transactions, LedgerCopy copy, LedgerFile file, DataDirectory data) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (file.Path is { } path)
        {
            var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if ($"{directory}/".StartsWith($"{data.Path}/", StringComparison.Ordinal))
            {
                throw new StartRefusedException("Backup__LedgerFile: it is in the data directory, and is lost when that is. Name a file elsewhere, best on another machine.");
            }
            if (!Directory.Exists(directory))
            {
                throw new StartRefusedException($"Backup__LedgerFile: there is no directory {directory}. Make it, or name another file.");
            }
        }
        return transactions.RunAsync(copy.Begin, cancellationToken);
    }
}
