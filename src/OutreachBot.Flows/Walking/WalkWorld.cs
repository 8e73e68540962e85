using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Walking;

/// <summary>For whom the flows are walked, and under what conditions.</summary>
/// <param name="LanguageKnown">She has been answered in it before; else she is a stranger of whom nothing is known.</param>
/// <param name="Level">The go-live level: what is said in a language other than Spanish has come this far.</param>
public sealed record WalkWorld(
    LanguageTag Language, bool LanguageKnown, ChannelKind Channel, string? Country, bool IsResponder, bool Free, bool Hotlines, ReviewStatus Level)
{
    /// <summary>The longest name that fits a first message.</summary>
    private const string LineName = "Linea Hermana Andina";

    /// <summary>All that the flows can tell apart, in each language and channel; of the levels those that some words have reached.</summary>
    public static IReadOnlyList<WalkWorld> Of(FlowBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var worlds = new List<WalkWorld>();
        foreach (var channel in new[] { ChannelKind.Sms, ChannelKind.WhatsApp })
        {
            worlds.Add(new WalkWorld(LanguageTag.Spanish, LanguageKnown: false, channel, "BO", IsResponder: false, Free: true, Hotlines: true, ReviewStatus.Draft));
            worlds.Add(new WalkWorld(LanguageTag.Spanish, LanguageKnown: false, channel, "GT", IsResponder: false, Free: false, Hotlines: true, ReviewStatus.Draft));
            worlds.Add(new WalkWorld(LanguageTag.Spanish, LanguageKnown: false, channel, null, IsResponder: false, Free: false, Hotlines: false, ReviewStatus.Draft));
            worlds.Add(new WalkWorld(LanguageTag.Spanish, LanguageKnown: true, channel, "BO", IsResponder: true, Free: true, Hotlines: true, ReviewStatus.Draft));
            foreach (var language in LanguageTag.WithFlows.Where(l => l != LanguageTag.Spanish && IsWritten(book, l)))
            {
                var country = LanguagePriors.HomesOf(language).FirstOrDefault();
                foreach (var level in LevelsOf(book, language))
                {
                    worlds.Add(new WalkWorld(language, LanguageKnown: true, channel, country, IsResponder: false, Free: country == "BO", Hotlines: true, level));
                    worlds.Add(new WalkWorld(language, LanguageKnown: true, channel, country, IsResponder: true, Free: true, Hotlines: true, level));
                }
            }
        }
        return worlds;
    }

    public override string ToString() =>
        $"{Language} {(Channel == ChannelKind.Sms ? "sms" : "whatsapp")} {Country ?? "-"}{(IsResponder ? " responder" : "")}{(Level == ReviewStatus.Draft ? "" : " " + Level)}";

    /// <summary>Drafts carry their mark wherever drafts are shown.</summary>
    internal bool MarksDrafts => Level < ReviewStatus.Approved;

    internal LineFacts Line => new(LineName, Free, Level, MarksDrafts, Hotlines, LanguageTag.All, new PaceLimits(60));

    /// <summary>The same as the conditions of a transcript.</summary>
    internal IEnumerable<string> Conditions()
    {
        if (LanguageKnown)
        {
            yield return $"@ language {Language}";
        }
        if (Channel == ChannelKind.WhatsApp)
        {
            yield return "@ channel whatsapp";
        }
        if (Country != ChatSettings.Default.Country)
        {
            yield return $"@ country {Country ?? "none"}";
        }
        if (IsResponder)
        {
            yield return "@ as responder";
        }
        if (!Free)
        {
            yield return "@ free no";
        }
        if (!Hotlines)
        {
            yield return "@ hotlines no";
        }
        if (Level != ReviewStatus.Draft)
        {
            yield return $"@ golive {Level}";
        }
        if (MarksDrafts)
        {
            yield return "@ mark yes";
        }
        yield return $"@ line {LineName}";
    }

    private static bool IsWritten(FlowBook book, LanguageTag language) => book.Flows.Values.Any(f => f.Layers.ContainsKey(language));

    private static IEnumerable<ReviewStatus> LevelsOf(FlowBook book, LanguageTag language) =>
        book.Flows.Values.SelectMany(f => f.Layers.TryGetValue(language, out var layer) ? layer.Prompts.Values : [])
            .Select(p => p.Status).Append(ReviewStatus.Draft).Distinct().Order();
}
