namespace OutreachBot.Conversations;

internal static partial class ConversationLog
{
    [LoggerMessage(400, LogLevel.Error, "Conversations: a kept session could not be opened; its person begins anew")]
    public static partial void CantOpen(this ILogger logger);

    [LoggerMessage(401, LogLevel.Error, "Conversations: a turn was cut at the effect {Effect}: it asked for too many")]
    public static partial void TooManyEffects(this ILogger logger, string effect);

    [LoggerMessage(402, LogLevel.Warning, "Conversations: two turns of one person met; the later one is run again")]
    public static partial void TurnsMet(this ILogger logger);

    [LoggerMessage(403, LogLevel.Information, "Flows: {Count} flows loaded")]
    public static partial void FlowsLoaded(this ILogger logger, int count);

    [LoggerMessage(404, LogLevel.Error, "Flows: what changed is broken, the last good set stays: {Diagnostic}")]
    public static partial void FlowsBroken(this ILogger logger, string diagnostic);
}
