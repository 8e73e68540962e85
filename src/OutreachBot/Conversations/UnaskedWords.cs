using OutreachBot.Addresses;
using OutreachBot.Alerts;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Conversations;

/// <summary>Says prompts of the flows in messages that the host sends on its own.</summary>
internal sealed class UnaskedWords(FlowShelf shelf, LineContext line) : IUnaskedWords
{
    public string Say(string flow, string prompt, LanguageTag language, Address to, params (string Name, string Value)[] values) =>
        shelf.Engine.Unasked(
            flow,
            prompt,
            language,
            to.Channel == Channel.WhatsApp ? ChannelKind.WhatsApp : ChannelKind.Sms,
            values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal),
            line.Facts).Text;
}
