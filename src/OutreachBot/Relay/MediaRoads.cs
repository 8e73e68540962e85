using OutreachBot.Addresses;
using OutreachBot.Effects;
using OutreachBot.Flows.Texting;
using OutreachBot.Media;
using OutreachBot.Outbox;

namespace OutreachBot.Relay;

/// <summary>Over which roads somebody can be shown a picture.</summary>
internal sealed class MediaRoads(MediaAddresses addresses, IEnumerable<IOutboundChannel> channels)
{
    /// <summary>SMS carries none: pictures by SMS reach nobody in the countries of this line.</summary>
    public bool CarriesHere(EffectRequest request) =>
        request.Context.Channel == ChannelKind.WhatsApp && (request.Channel == Channel.Simulator || addresses.CanBeFetched);

    /// <summary>Whether she could come over WhatsApp with the same number, where she is the same person.</summary>
    public bool CarriesElsewhere(EffectRequest request) =>
        request.Channel == Channel.Simulator
        || (addresses.CanBeFetched && request.Address is { } address
            && Address.TryFrom(Channel.WhatsApp, address.Value) is { } there && channels.Any(c => c.Carries(there)));
}
