namespace OutreachBot.Alerts;

internal static partial class AlertLog
{
    [LoggerMessage(500, LogLevel.Error, "Alerts: an offer found nobody on file who may have the tip; it is tried again. Run: doctor")]
    public static partial void NobodyMayHaveIt(this ILogger logger);
}
