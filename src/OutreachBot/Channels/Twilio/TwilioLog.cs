namespace OutreachBot.Channels.Twilio;

internal static partial class TwilioLog
{
    [LoggerMessage(EventId = 600, Level = LogLevel.Warning, Message = "Twilio: refused a request on {Door}: its signature is not right. If it was the provider's, check Twilio__AuthToken and PublicUrl.")]
    public static partial void SignatureRefused(ILogger logger, string door);

    [LoggerMessage(EventId = 601, Level = LogLevel.Warning, Message = "Twilio: a signed request on {Door} is malformed")]
    public static partial void Malformed(ILogger logger, string door);

    [LoggerMessage(EventId = 602, Level = LogLevel.Error, Message = "Twilio: a webhook was answered with 503, nothing was done: {Cause}")]
    public static partial void NotTaken(ILogger logger, string cause);

    [LoggerMessage(EventId = 603, Level = LogLevel.Warning, Message = "Twilio: the provider reached us on the fallback address (its error {Code}): the first try failed")]
    public static partial void FallbackUsed(ILogger logger, int code);

    [LoggerMessage(EventId = 604, Level = LogLevel.Warning, Message = "Twilio: a message was not handed over (HTTP {Status}, error {Code}): {Outcome}")]
    public static partial void NotHanded(ILogger logger, int status, int code, OutreachBot.Outbox.Handover outcome);

    [LoggerMessage(EventId = 605, Level = LogLevel.Error, Message = "Twilio: the account can't send as it is set up (HTTP {Status}, error {Code}). Look the error up at twilio.com/docs/errors, and run doctor.")]
    public static partial void OperatorNeeded(ILogger logger, int status, int code);

    [LoggerMessage(EventId = 606, Level = LogLevel.Warning, Message = "Twilio: a message was taken, but the answer could not be read; it will be looked up")]
    public static partial void HalfAnswer(ILogger logger);

    [LoggerMessage(EventId = 607, Level = LogLevel.Warning, Message = "Twilio: messages could not be listed (HTTP {Status}, error {Code})")]
    public static partial void Unanswered(ILogger logger, int status, int code);

    [LoggerMessage(EventId = 608, Level = LogLevel.Error, Message = "Twilio: the provider's copy of a message can't be deleted (HTTP {Status}, error {Code}). Delete it in the provider's console.")]
    public static partial void CopyStays(ILogger logger, int status, int code);

    [LoggerMessage(EventId = 609, Level = LogLevel.Warning, Message = "Twilio: PublicUrl is not set, so the provider can't tell what became of messages that go out, and its copies of them stay. Set PublicUrl to the address it calls.")]
    public static partial void NoPublicUrl(ILogger logger);

    [LoggerMessage(EventId = 610, Level = LogLevel.Warning, Message = "Twilio: a record is still there after its deletion was acknowledged (HTTP {Status} when asked for it); it is deleted again")]
    public static partial void StillThere(ILogger logger, int status);
}
