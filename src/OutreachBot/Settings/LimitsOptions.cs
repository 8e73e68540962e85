namespace OutreachBot.Settings;

/// <summary>How much the line takes on.</summary>
internal sealed class LimitsOptions : ISettings
{
    public static string Section => "Limits";

    /// <summary>Messages of one person that are answered within a minute, 1 to 600. Over it they are kept, and answered once a minute.</summary>
    public int MessagesPerPersonPerMinute { get; init; } = 60;

    /// <summary>Tips of one person within a day, 1 to 1,000.</summary>
    public int TipsPerPersonPerDay { get; init; } = 5;

    /// <summary>Tips of people nobody knows from one municipality within an hour, 1 to 10,000. What goes over it is kept like the rest, and a coordinator sees it within half a day; dangers ring as ever.</summary>
    public int TipsPerPlacePerHour { get; init; } = 20;

    /// <summary>Alerts that ring one responder within an hour, 1 to 1,000; of dangers <see cref="DangersFor"/> times as many, and of reminders once more as many. The others wait in her list, and she is told that they do.</summary>
    public int AlertsPerResponderPerHour { get; init; } = 30;

    public const int DangersFor = 4;

    /// <summary>Messages of all within a second, 0 to 100,000; 0: no limit.</summary>
    public int MessagesInAllPerSecond { get; init; }

    public IEnumerable<SettingFault> Check()
    {
        if (MessagesPerPersonPerMinute is < 1 or > 600)
        {
            yield return Outside(nameof(MessagesPerPersonPerMinute), 1, 600);
        }
        if (TipsPerPersonPerDay is < 1 or > 1_000)
        {
            yield return Outside(nameof(TipsPerPersonPerDay), 1, 1_000);
        }
        if (TipsPerPlacePerHour is < 1 or > 10_000)
        {
            yield return Outside(nameof(TipsPerPlacePerHour), 1, 10_000);
        }
        if (AlertsPerResponderPerHour is < 1 or > 1_000)
        {
            yield return Outside(nameof(AlertsPerResponderPerHour), 1, 1_000);
        }
        if (MessagesInAllPerSecond is < 0 or > 100_000)
        {
            yield return Outside(nameof(MessagesInAllPerSecond), 0, 100_000);
        }
    }

    private static SettingFault Outside(string name, int least, int most) =>
        new($"Limits__{name}", "it is out of bounds", $"Write a number from {least} to {most}.");
}
