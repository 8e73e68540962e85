using OutreachBot.Doctor;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Backups;

/// <summary>What was erased is remembered outside of the store as well.</summary>
internal sealed class LedgerFileCheck(LedgerFile file, IErasureLedger ledger, ITransactions transactions) : IDoctorCheck
{
    public string Name => "erasures";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (file.Path is not { } path)
        {
            return [Finding.Note("If this store is lost, a backup brings back what was erased after it was made.", "Set Backup__LedgerFile to a file on another machine.")];
        }
        var all = await transactions.RunAsync(ledger.All, cancellationToken);
        try
        {
            return [.. Judge(LedgerLines.Read(path), all)];
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [Finding.Fault("The file of Backup__LedgerFile isn't there.", "See that its disk is there; the server makes it at its start.")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Finding.Fault("The file of Backup__LedgerFile can't be read.", "See that this user may read and write there.")];
        }
    }

    private static IEnumerable<Finding> Judge(LedgerLines lines, IReadOnlyList<TipId> all)
    {
        if (all.Except(lines.Ids).Count() is var missing and > 0)
        {
            yield return Finding.Fault($"{missing} erased reports are not noted in Backup__LedgerFile.", "Start the server; see that it may write there.");
        }
        if (lines.Damaged is { } number)
        {
            yield return Finding.Fault($"Line {number} of Backup__LedgerFile is no id, and no restore takes the file as it is.", "Take the line out; what the store remembers is added again within the hour.");
        }
    }
}
