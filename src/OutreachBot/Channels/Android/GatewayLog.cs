using OutreachBot.Outbox;

namespace OutreachBot.Channels.Android;

internal static partial class GatewayLog
{
    [LoggerMessage(EventId = 650, Level = LogLevel.Warning, Message = "Gateway: refused a request for the phone {Device}: its signature is missing, wrong or not of now. If it was the phone's, check its SigningKey and both clocks.")]
    public static partial void SignatureRefused(ILogger logger, string device);

    [LoggerMessage(EventId = 651, Level = LogLevel.Warning, Message = "Gateway: a signed request of the phone {Device} is malformed")]
    public static partial void Malformed(ILogger logger, string device);

    [LoggerMessage(EventId = 652, Level = LogLevel.Error, Message = "Gateway: a request was answered with 503, nothing was done: {Cause}. The phone tries again, for two days.")]
    public static partial void NotTaken(ILogger logger, string cause);

    [LoggerMessage(EventId = 653, Level = LogLevel.Information, Message = "Gateway: the phone {Device} got a message that nobody can answer (a name, a short code, a number of ours); it was passed over")]
    public static partial void NobodyToAnswer(ILogger logger, string device);

    [LoggerMessage(EventId = 654, Level = LogLevel.Warning, Message = "Gateway: the phone {Device} was not handed a message (HTTP {Status}): {Outcome}")]
    public static partial void NotHanded(ILogger logger, string device, int status, Handover outcome);

    [LoggerMessage(EventId = 655, Level = LogLevel.Error, Message = "Gateway: the phone {Device} can't send as it is set up (HTTP {Status}). Check its User, Password and ApiBaseUrl, and run doctor.")]
    public static partial void OperatorNeeded(ILogger logger, string device, int status);

    [LoggerMessage(EventId = 656, Level = LogLevel.Warning, Message = "Gateway: the phone {Device} could not send a message that it had taken")]
    public static partial void SendingFailed(ILogger logger, string device);

    [LoggerMessage(EventId = 657, Level = LogLevel.Error, Message = "Gateway: nothing has been heard of the phone {Device} for {Minutes} minutes. Is it on, charged, and on the network?")]
    public static partial void Silent(ILogger logger, string device, int minutes);

    [LoggerMessage(EventId = 658, Level = LogLevel.Information, Message = "Gateway: the phone {Device} is back")]
    public static partial void Back(ILogger logger, string device);

    [LoggerMessage(EventId = 659, Level = LogLevel.Warning, Message = "Gateway: messages wait, for the phone {Device} may send only so many parts in 30 minutes. Raise the bound on the phone and in PartsPer30Minutes, or add a phone.")]
    public static partial void Full(ILogger logger, string device);

    [LoggerMessage(EventId = 660, Level = LogLevel.Warning, Message = "Gateway: the phone {Device} was asked to keep its log for one day only and did not take it (HTTP {Status}). Set it in the app.")]
    public static partial void LogStays(ILogger logger, string device, int status);
}
