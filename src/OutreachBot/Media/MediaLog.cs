namespace OutreachBot.Media;

internal static partial class MediaLog
{
    [LoggerMessage(900, LogLevel.Warning, "Media: a file that was sent is of no kind that is taken, or is not there any more; nothing of it is kept")]
    public static partial void NotTaken(this ILogger logger);

    [LoggerMessage(901, LogLevel.Error, "Media: given up fetching a file after {Tries} tries; the provider's copy of it stays. See that Twilio's credentials and addresses are right.")]
    public static partial void GivenUp(this ILogger logger, int tries);

    [LoggerMessage(902, LogLevel.Error, "Media: fetching failed with {Failure}")]
    public static partial void SourceFailed(this ILogger logger, string failure);

    [LoggerMessage(903, LogLevel.Error, "Media: a step ({Step}) failed with {Failure}; it is tried again")]
    public static partial void StepFailed(this ILogger logger, MediumState step, string failure);

    [LoggerMessage(904, LogLevel.Warning, "Media: the store did not answer ({Failure}); trying again")]
    public static partial void StoreUnavailable(this ILogger logger, string failure);

    [LoggerMessage(905, LogLevel.Warning, "Media: a file could not be fetched (HTTP {Status})")]
    public static partial void Unanswered(this ILogger logger, int status);

    [LoggerMessage(906, LogLevel.Warning, "Media: fetching was led to an address that is not the provider's, and was not followed")]
    public static partial void LedAstray(this ILogger logger);
}
