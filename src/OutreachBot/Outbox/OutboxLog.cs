namespace OutreachBot.Outbox;

internal static partial class OutboxLog
{
    [LoggerMessage(300, LogLevel.Warning, "Outbox: not handed over at try {Attempt} ({Outcome}, provider's code {Code}); again in {Delay}")]
    public static partial void TryingAgain(this ILogger logger, int attempt, Handover outcome, int? code, TimeSpan delay);

    [LoggerMessage(301, LogLevel.Error, "Outbox: given up ({Outcome}, provider's code {Code}, purpose {Purpose}) after {Attempts} tries")]
    public static partial void GivenUp(this ILogger logger, Handover outcome, int? code, OutboundPurpose purpose, int attempts);

    [LoggerMessage(302, LogLevel.Error, "Outbox: no channel carries an address; is its provider configured?")]
    public static partial void NobodyCarries(this ILogger logger);

    [LoggerMessage(303, LogLevel.Error, "Outbox: a channel failed with {Failure}")]
    public static partial void ChannelFailed(this ILogger logger, string failure);

    [LoggerMessage(304, LogLevel.Error, "Outbox: a message could not be unlocked and is dropped; was the server key changed?")]
    public static partial void CantUnlock(this ILogger logger);

    [LoggerMessage(305, LogLevel.Warning, "Outbox: the store did not answer ({Failure}); trying again")]
    public static partial void StoreUnavailable(this ILogger logger, string failure);

    [LoggerMessage(306, LogLevel.Error, "Outbox: a provider refuses to delete its copy ({Kind}); somebody has to do it at the provider's console")]
    public static partial void CopyStays(this ILogger logger, string kind);

    [LoggerMessage(307, LogLevel.Error, "Outbox: how handing over ended could not be noted ({Failure}); it is looked up at the provider in a minute")]
    public static partial void NotNoted(this ILogger logger, string failure);

    [LoggerMessage(308, LogLevel.Warning, "Outbox: the provider still held {Found} copies that should be gone; {Lost} of them nobody here knew of. They are deleted now.")]
    public static partial void CopiesFound(this ILogger logger, int found, int lost);
}
