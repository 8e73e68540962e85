namespace OutreachBot.Backups;

internal static partial class BackupLog
{
    [LoggerMessage(1300, LogLevel.Error, "Backups: what was erased could not be noted in Backup__LedgerFile ({Failure}); it is tried again within the hour")]
    public static partial void LedgerNotWritten(this ILogger logger, string failure);
}
