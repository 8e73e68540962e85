using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>Plans the daily head, and refuses a file that goes wherever the chain goes or can't be written.</summary>
internal sealed class HeadStart(ITransactions transactions, DailyHead daily, HeadFile file, OutsideFile outside, ILogger<HeadStart> logger) : IStartStep
{
    private const string Setting = "Audit__HeadFile";

    public bool ForEveryCommand => false;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (file.Path is { } path)
        {
            outside.RefuseMisplaced(Setting, path, "where whoever cuts the audit cuts it too");
            if (await outside.WriteAsync(Setting, path, () => Try(path), cancellationToken) is { } failure)
            {
                logger.HeadNotWritten(failure);
            }
        }
        await transactions.RunAsync(daily.Begin, cancellationToken);
    }

    // It stays as it was, and an empty one isn't left: its time says when a head was last written.
    private static void Try(string path)
    {
        var isNew = !File.Exists(path);
        using (File.Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
        }
        if (isNew)
        {
            File.Delete(path);
        }
    }
}
