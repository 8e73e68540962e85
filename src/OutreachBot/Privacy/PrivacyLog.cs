namespace OutreachBot.Privacy;

internal static partial class PrivacyLog
{
    [LoggerMessage(200, LogLevel.Information, "Keys: a server key was made at {File}; keep a copy elsewhere, not beside a backup of the data")]
    public static partial void ServerKeyMade(this ILogger logger, string file);
}
