namespace OutreachBot.Channels.Android;

/// <summary>The gateway phones. None: the channel is off, and its doors refuse.</summary>
internal sealed class GatewayOptions
{
    /// <summary>Most phones one line has.</summary>
    public const int Most = 8;

    /// <summary>Parts of messages that Android lets one app send within 30 minutes, unless it is told otherwise.</summary>
    public const int AndroidsBound = 30;

    /// <summary>Minutes of silence, while the app pings every five.</summary>
    public const int UsualSilence = 30;

    public IReadOnlyList<GatewayDevice> Devices { get; set; } = [];

    public GatewayDevice? Find(string? id) => Devices.FirstOrDefault(d => d.Id == id);
}
