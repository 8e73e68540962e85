using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Alerts;

/// <summary>Words of a flow for a message that nobody just asked for.</summary>
internal interface IUnaskedWords
{
    /// <param name="to">Decides how it is spelt: folded on SMS.</param>
    string Say(string flow, string prompt, LanguageTag language, Address to, params (string Name, string Value)[] values);
}
