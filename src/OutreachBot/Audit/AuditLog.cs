namespace OutreachBot.Audit;

internal static partial class AuditLog
{
    [LoggerMessage(1000, LogLevel.Error, "Audit: the head could not be written to Audit__HeadFile ({Failure}); the next is written in a day")]
    public static partial void HeadNotWritten(this ILogger logger, string failure);
}
