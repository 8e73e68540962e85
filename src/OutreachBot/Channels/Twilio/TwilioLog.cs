namespace OutreachBot.Channels.Twilio;

internal static partial class TwilioLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio: refused a request on {Door}: its signature is not right. If it was the provider's, check Twilio__AuthToken and PublicUrl.")]
    public static partial void SignatureRefused(ILogger logger, string door);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio: a signed request on {Door} is malformed")]
    public static partial void Malformed(ILogger logger, string door);

    [LoggerMessage(Level = LogLevel.Error, Message = "Twilio: a message was answered with 503, nothing was done: {Reason}")]
    public static partial void NotTaken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio: the provider reached us on the fallback address (its error {Code}): the first try failed")]
    public static partial void FallbackUsed(ILogger logger, int code);
}
