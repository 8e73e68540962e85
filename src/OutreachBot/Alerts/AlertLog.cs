namespace OutreachBot.Alerts;

internal static partial class AlertLog
{
    [LoggerMessage(500, LogLevel.Warning, "Alerts: a tip is before nobody, for nobody on file may have it; it is tried again. Run: doctor")]
    public static partial void NobodyMayHaveIt(this ILogger logger);
}
