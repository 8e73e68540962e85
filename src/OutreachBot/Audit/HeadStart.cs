using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>Plans the daily head, and refuses a file that goes wherever the chain goes.</summary>
internal sealed class HeadStart(ITransactions transactions, DailyHead daily, HeadFile file, DataDirectory data) : IStartStep
{
    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (file.Path is { } path)
        {
            var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if ($"{directory}/".StartsWith($"{data.Path}/", StringComparison.Ordinal))
            {
                throw new StartRefusedException("Audit__HeadFile: it is in the data directory, where whoever cuts the audit cuts it too. Name a file elsewhere, best on another machine.");
            }
            if (!Directory.Exists(directory))
            {
                throw new StartRefusedException($"Audit__HeadFile: there is no directory {directory}. Make it, or name another file.");
            }
        }
        return transactions.RunAsync(daily.Begin, cancellationToken);
    }
}
