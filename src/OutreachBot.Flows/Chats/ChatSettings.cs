using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Chats;

/// <summary>Under what conditions a transcript runs: its <c>@</c> lines before the first message.</summary>
/// <param name="Languages">It is run in each; the first is a stranger's own where none was said.</param>
/// <param name="LanguageGiven">The person's language is known from the start.</param>
/// <param name="Step">How much time a message takes.</param>
public sealed record ChatSettings(
    IReadOnlyList<LanguageTag> Languages,
    bool LanguageGiven,
    IReadOnlyList<ChannelKind> Channels,
    string? Country,
    bool IsResponder,
    bool Free,
    bool Hotlines,
    ReviewStatus GoLive,
    bool MarkDrafts,
    string LineName,
    DateTimeOffset Start,
    TimeSpan Step,
    int MessagesPerMinute,
    ChatPlaces Places)
{
    public static readonly ChatSettings Default = new(
        [LanguageTag.Spanish],
        LanguageGiven: false,
        [ChannelKind.Sms],
        Country: "BO",
        IsResponder: false,
        Free: true,
        Hotlines: true,
        ReviewStatus.Draft,
        MarkDrafts: false,
        LineName: "Apoyo Vecinal",
        // A Monday morning in La Paz.
        new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(-4)),
        TimeSpan.FromSeconds(20),
        MessagesPerMinute: 60,
        ChatPlaces.None);

    /// <summary>One script for several languages or channels names prompts.</summary>
    public bool IsMatrix => Languages.Count * Channels.Count > 1;
}
