using OutreachBot.Settings;

namespace OutreachBot.Audit;

/// <summary>Where the audit's head is kept.</summary>
internal sealed class AuditOptions : ISettings
{
    public static string Section => "Audit";

    /// <summary>A file that the head is added to once a day; best on another machine. Null: heads are kept by hand.</summary>
    public string? HeadFile { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (HeadFile is not null && !Path.IsPathFullyQualified(HeadFile))
        {
            yield return new SettingFault("Audit__HeadFile", "it is no full path", "Write one that begins at the root, best on another machine's disk.");
        }
    }
}
