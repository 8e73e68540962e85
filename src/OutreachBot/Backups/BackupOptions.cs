using OutreachBot.Settings;

namespace OutreachBot.Backups;

/// <summary>What a restore needs to know and no backup can hold.</summary>
internal sealed class BackupOptions : ISettings
{
    public static string Section => "Backup";

    /// <summary>A file that the ids of erased reports are added to; best on another machine. Null: only the store remembers them.</summary>
    public string? LedgerFile { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (LedgerFile is not null && !Path.IsPathFullyQualified(LedgerFile))
        {
            yield return new SettingFault("Backup__LedgerFile", "it is no full path", "Write one that begins at the root, best on another machine's disk.");
        }
    }
}
