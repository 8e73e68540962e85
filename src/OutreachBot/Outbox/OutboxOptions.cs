using OutreachBot.Settings;

namespace OutreachBot.Outbox;

/// <summary>How fast messages go out.</summary>
internal sealed class OutboxOptions : ISettings
{
    public static string Section => "Outbox";

    /// <summary>Messages a second from one sender, 1 to 1,000: what the provider allows the line's number.</summary>
    public int MessagesPerSecond { get; init; } = 10;

    public IEnumerable<SettingFault> Check()
    {
        if (MessagesPerSecond is < 1 or > 1_000)
        {
            yield return new SettingFault("Outbox__MessagesPerSecond", "it is out of bounds", "Write a number from 1 to 1000.");
        }
    }
}
