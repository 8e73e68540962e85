namespace OutreachBot.Settings;

/// <summary>How much the line takes on.</summary>
internal sealed class LimitsOptions : ISettings
{
    public static string Section => "Limits";

    /// <summary>Messages of one person that are answered within a minute, 1 to 600. Over it they are kept, and answered once a minute.</summary>
    public int MessagesPerPersonPerMinute { get; init; } = 60;

    /// <summary>Tips of one person within a day, 1 to 1,000.</summary>
    public int TipsPerPersonPerDay { get; init; } = 5;

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
        if (MessagesInAllPerSecond is < 0 or > 100_000)
        {
            yield return Outside(nameof(MessagesInAllPerSecond), 0, 100_000);
        }
    }

    private static SettingFault Outside(string name, int least, int most) =>
        new($"Limits__{name}", "it is out of bounds", $"Write a number from {least} to {most}.");
}
