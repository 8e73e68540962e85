namespace OutreachBot.Settings;

/// <summary>Who the line is to those who write to it.</summary>
internal sealed class LineOptions : ISettings
{
    public static string Section => "Line";

    /// <summary>Shown in the first reply; neutral on any screen. 1 to 30 characters.</summary>
    public string Name { get; init; } = "Linea Tejido";

    /// <summary>Whether writing costs her nothing; only then is it said.</summary>
    public bool FreeToSender { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 30 || Name.Any(char.IsControl))
        {
            yield return new SettingFault("Line__Name", "it has to be 1 to 30 visible characters", "Write a short neutral name.");
        }
    }
}

/// <summary>What the deployment takes a person's country to be when her number doesn't tell.</summary>
internal sealed class CountryOptions : ISettings
{
    public static string Section => "Country";

    /// <summary>BO or GT; null: none.</summary>
    public string? Default { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (Default is not (null or "BO" or "GT"))
        {
            yield return new SettingFault("Country__Default", "the line knows no such country", "Write BO or GT, or leave it out.");
        }
    }
}

/// <summary>Which wordings may be shown.</summary>
internal sealed class LanguagesOptions : ISettings
{
    public static string Section => "Languages";

    /// <summary>The least review status at which a language other than Spanish is shown.</summary>
    public Flows.Definitions.ReviewStatus GoLive { get; init; } = Flows.Definitions.ReviewStatus.Approved;

    /// <summary>Shows drafts, with a mark, whatever <see cref="GoLive"/> says.</summary>
    public bool ShowDrafts { get; init; }

    public IEnumerable<SettingFault> Check() => [];
}

/// <summary>The hotlines of a country.</summary>
internal sealed class HotlinesOptions : ISettings
{
    public static string Section => "Hotlines";

    /// <summary>The day this deployment last rang them; without it none is shown outside demo.</summary>
    public DateOnly? TestedOn { get; init; }

    public IEnumerable<SettingFault> Check() => [];
}

/// <summary>What an accepted alert tells.</summary>
internal sealed class AlertsOptions : ISettings
{
    public static string Section => "Alerts";

    public AlertDetails Details { get; init; } = AlertDetails.Brief;

    public IEnumerable<SettingFault> Check() => [];
}

internal enum AlertDetails
{
    /// <summary>Kind, municipality, urgency, and how to ask back.</summary>
    Brief,

    /// <summary>The story as well, while the hand-over copy lives.</summary>
    Story,
}
