namespace OutreachBot.Settings;

/// <summary>How the world sees this server.</summary>
internal sealed class PublicOptions : ISettings
{
    public static string Section => "";

    /// <summary>Scheme and host (and a path, where a proxy adds one) that the provider calls; null: as the request says.</summary>
    public Uri? PublicUrl { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (PublicUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http") || url.Query.Length > 0 || url.Fragment.Length > 0))
        {
            yield return new SettingFault("PublicUrl", "it is not the address of a site", "Write it like https://line.example.org.");
        }
    }
}
