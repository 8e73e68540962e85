using System.Security.Cryptography;
using OutreachBot.Privacy;

namespace OutreachBot.Backups;

/// <summary>A backup's first line: what may be known before anything of it is taken.</summary>
/// <param name="Version">Of the format.</param>
/// <param name="Migrations">Those that the store had had.</param>
/// <param name="Installation">Knows the server key again, as the store does.</param>
/// <param name="Hour">When it was made, to the hour.</param>
internal sealed record BackupHeader(int Version, IReadOnlyList<int> Migrations, string Installation, DateTimeOffset Hour)
{
    public const int KnownVersion = 1;

    /// <summary>Whether it was made with this server key.</summary>
    public bool IsOf(ServerKey key) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(Installation), System.Text.Encoding.ASCII.GetBytes(KeyStart.CheckOf(key)));
}
