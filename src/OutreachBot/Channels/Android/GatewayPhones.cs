using Microsoft.Extensions.Options;
using OutreachBot.Addresses;
using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Android;

/// <summary>A phone at work: what the settings say of it, and how much has left by it.</summary>
internal sealed record GatewayPhone(GatewayDevice Device, GatewaySignature Signature, PartsPace Pace, int Number)
{
    public override string ToString() => Device.ToString();
}

/// <summary>All gateway phones, and which of them writes to whom.</summary>
internal sealed class GatewayPhones
{
    private static readonly TimeSpan AndroidsStretch = TimeSpan.FromMinutes(30);

    /// <summary>From being counted here to leaving there may take a call's length, and more where it is tried again.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>Of the parts, one in so many is kept for danger.</summary>
    private const int KeptForDanger = 5;

    private readonly bool _hasOtherRoad;

    public GatewayPhones(IOptions<GatewayOptions> options, IOptions<TwilioOptions> twilio, TimeProvider time)
    {
        Clock = time is SimulatedClock ? TimeProvider.System : time;
        _hasOtherRoad = twilio.Value is { IsConfigured: true, From: not null };
        All = [.. options.Value.Devices.Select((device, number) => new GatewayPhone(
            device,
            new GatewaySignature(device.SigningKey),
            new PartsPace(device.PartsPer30Minutes, device.PartsPer30Minutes / KeptForDanger, AndroidsStretch + OnItsWay, Clock),
            number))];
    }

    public IReadOnlyList<GatewayPhone> All { get; }

    /// <summary>The real time, also where a demo has moved the line's: the app and the network know no other.</summary>
    public TimeProvider Clock { get; }

    public GatewayPhone? Find(string? id) => All.FirstOrDefault(p => p.Device.Id == id);

    /// <summary>The one she wrote to; else that of her country; else, where nobody else sends SMS, the first.</summary>
    public GatewayPhone? For(OutboundMessage message) =>
        message.To.Channel != Channel.Sms ? null : Find(message.Via) ?? For(message.To);

    /// <summary>The one of her country; else, where nobody else sends SMS, the first.</summary>
    public GatewayPhone? For(Address to) =>
        to.Channel != Channel.Sms ? null
        : (LineContext.CountryOf(to) is { } country ? All.FirstOrDefault(p => p.Device.Country == country) : null)
        ?? (_hasOtherRoad || All.Count == 0 ? null : All[0]);

    /// <summary>Whether a number is one of the line's own: two of its phones must not answer each other for ever.</summary>
    public bool IsOurs(string number) => All.Any(p => p.Device.Phone == number);

    /// <summary>The id by which the rest of the host knows a phone's message.</summary>
    public static string NameOf(GatewayPhone phone, string id) => $"android:{phone.Device.Id}:{id}";
}
