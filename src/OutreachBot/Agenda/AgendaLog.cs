namespace OutreachBot.Agenda;

internal static partial class AgendaLog
{
    [LoggerMessage(200, LogLevel.Error, "Agenda: an item of kind {Kind} failed with {Failure}; it is put off by {Delay}")]
    public static partial void PutOff(this ILogger logger, string kind, string failure, TimeSpan delay);

    [LoggerMessage(201, LogLevel.Error, "Agenda: nobody handles kind {Kind}; its item is put off by {Delay}")]
    public static partial void NobodyHandles(this ILogger logger, string kind, TimeSpan delay);

    [LoggerMessage(202, LogLevel.Warning, "Agenda: the store did not answer ({Failure}); trying again")]
    public static partial void StoreUnavailable(this ILogger logger, string failure);
}
