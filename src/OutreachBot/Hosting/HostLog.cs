namespace OutreachBot.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(EventId = 700, Level = LogLevel.Error, Message = "A fault nobody expected: {Type}\n{Stack}")]
    public static partial void Fault(ILogger logger, string type, string stack);

    [LoggerMessage(EventId = 701, Level = LogLevel.Information, Message = "Listening on {Url}")]
    public static partial void Listening(ILogger logger, string url);

    [LoggerMessage(EventId = 702, Level = LogLevel.Information, Message = "This is a demo: open {Url}/simulator. Nothing leaves this machine.")]
    public static partial void DemoIsOn(ILogger logger, string url);

    [LoggerMessage(EventId = 703, Level = LogLevel.Information, Message = "This is a demo with a provider: open {Url}/simulator. Its webhooks work as well; no sample ever gets a real person's case.")]
    public static partial void DemoWithProvider(ILogger logger, string url);
}
