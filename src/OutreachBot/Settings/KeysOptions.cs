namespace OutreachBot.Settings;

/// <summary>Where the server's key is, and whose key vouches for the coordinators'.</summary>
internal sealed class KeysOptions : ISettings
{
    public static string Section => "Keys";

    /// <summary>The server's key itself, base64: from an environment that keeps secrets, never from a file beside the program.</summary>
    public string? ServerKey { get; init; }

    /// <summary>Null: <c>server.key</c> in the directory beside the data directory.</summary>
    public string? ServerKeyFile { get; init; }

    /// <summary>Of the offline recovery key, 64 hexadecimal digits; kept here and not in the database, so that a swapped key shows.</summary>
    public string? RecoveryFingerprint { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (RecoveryFingerprint is { } print && (print.Length != 64 || !print.All(char.IsAsciiHexDigit)))
        {
            yield return new SettingFault(
                "Keys__RecoveryFingerprint", "it has to be 64 hexadecimal digits", "Copy it from the recovery sheet that 'keys new' printed.");
        }
    }
}

/// <summary>Which store keeps everything.</summary>
internal sealed class StorageOptions : ISettings
{
    public static string Section => "Storage";

    /// <summary>Only <c>sqlite</c> is built.</summary>
    public string Provider { get; init; } = "sqlite";

    /// <summary>For a store on a server; not used by SQLite.</summary>
    public string? ConnectionString { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase))
        {
            yield return new SettingFault("Storage__Provider", "'postgres' is not built yet", "Write sqlite, or leave it out.");
        }
        else if (!Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
        {
            yield return new SettingFault("Storage__Provider", "there is no such store", "Write sqlite, or leave it out.");
        }
        else if (ConnectionString is not null)
        {
            yield return new SettingFault(
                "Storage__ConnectionString", "SQLite has none: its files are in the data directory", "Take it out, and say where with --data DIR.");
        }
    }
}
