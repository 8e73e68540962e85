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

    [LoggerMessage(EventId = 704, Level = LogLevel.Information, Message = "This data directory is a real line's: the simulator is off. For a demo take another one with --data DIR.")]
    public static partial void LineIsReal(ILogger logger);

    [LoggerMessage(EventId = 705, Level = LogLevel.Warning, Message = "No provider is configured, so nobody can write to this line: set Twilio__AccountSid, Twilio__AuthToken and Twilio__From. 'doctor' says what else is missing.")]
    public static partial void NobodyCanWrite(ILogger logger);
}
