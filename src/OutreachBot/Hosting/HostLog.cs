namespace OutreachBot.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A fault nobody expected: {Type}\n{Stack}")]
    public static partial void Fault(ILogger logger, string type, string stack);
}
