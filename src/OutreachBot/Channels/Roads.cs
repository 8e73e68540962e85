using Microsoft.Extensions.Options;
using OutreachBot.Channels.Android;
using OutreachBot.Channels.Twilio;

namespace OutreachBot.Channels;

/// <summary>By what people outside of the simulator can write to the line.</summary>
internal sealed class Roads(IOptions<TwilioOptions> twilio, IOptions<GatewayOptions> phones)
{
    /// <summary>A provider's account, or a phone.</summary>
    public bool HasAny => twilio.Value.IsConfigured || phones.Value.Devices.Count > 0;
}
