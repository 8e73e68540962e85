using System.Security.Cryptography;

namespace OutreachBot.Outbox;

/// <summary>How long to wait before trying again.</summary>
internal static class RetryPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Doubles from one second up to 15 minutes, and is shortened by up to a half at random, so that what failed together doesn't come again together.</summary>
    /// <param name="attempt">Tries so far, from 1.</param>
    /// <param name="asked">The provider's own word; never undercut.</param>
    public static TimeSpan After(int attempt, TimeSpan? asked)
    {
        var whole = First * Math.Pow(2, Math.Clamp(attempt - 1, 0, 12));
        var bounded = whole < Longest ? whole : Longest;
        var pause = bounded * (0.5 + RandomNumberGenerator.GetInt32(501) / 1000.0);
        return asked > pause ? asked.Value : pause;
    }
}
