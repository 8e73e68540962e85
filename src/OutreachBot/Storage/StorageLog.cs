namespace OutreachBot.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(100, LogLevel.Information, "Store: migration {Number} {Name} applied")]
    public static partial void MigrationApplied(this ILogger logger, int number, string name);

    [LoggerMessage(101, LogLevel.Warning, "Store: held by another process; {Units} units of work were turned away")]
    public static partial void Busy(this ILogger logger, int units);

    [LoggerMessage(102, LogLevel.Error, "Store: the disk is full; {Units} units of work were turned away")]
    public static partial void Full(this ILogger logger, int units);

    [LoggerMessage(103, LogLevel.Error, "Store: failed with SQLite code {Code}; {Units} units of work were undone, the connection is opened anew")]
    public static partial void Failed(this ILogger logger, int code, int units);

    [LoggerMessage(104, LogLevel.Error, "Store: something left for after a commit failed with {Kind}")]
    public static partial void AfterCommitFailed(this ILogger logger, string kind);

    [LoggerMessage(105, LogLevel.Warning, "Store: erased data is still in the log, because somebody reads the database; trying again")]
    public static partial void WipeHeldUp(this ILogger logger);

    [LoggerMessage(106, LogLevel.Information, "Store: erased data is gone from the log")]
    public static partial void WipeDone(this ILogger logger);
}
