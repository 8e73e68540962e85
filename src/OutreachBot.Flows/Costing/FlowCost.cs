using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Costing;

/// <summary>What it costs to say each prompt of a flow once, in a language on a channel.</summary>
/// <param name="Flow"><c>shared</c>: the engine's own prompts.</param>
/// <param name="Own">Of the prompts, those that have words in this language; the others are said in Spanish.</param>
/// <param name="Typical">With values as they mostly are.</param>
/// <param name="Longest">With the longest values that come up.</param>
public sealed record FlowCost(string Flow, LanguageTag Language, ChannelKind Channel, int Prompts, int Own, Bill Typical, Bill Longest);

/// <summary>What a whole conversation costs: a transcript whose name begins with <c>core</c>, played in a language on a channel.</summary>
/// <param name="Transcript">The file, <c>flows/report/chats/core.chat</c>.</param>
/// <param name="Received">Messages of hers.</param>
/// <param name="Sent">What she was sent.</param>
public sealed record WayCost(string Flow, string Transcript, LanguageTag Language, ChannelKind Channel, int Received, Bill Sent);
