using Microsoft.Extensions.Options;
using OutreachBot.Addresses;
using OutreachBot.Demo;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Settings;

namespace OutreachBot.Conversations;

/// <summary>What the engine may know of the deployment and of where a message came from.</summary>
internal sealed class LineContext(
    LineMode mode,
    IPlaceReader places,
    ISounds sounds,
    IOptions<LineOptions> line,
    IOptions<CountryOptions> country,
    IOptions<LanguagesOptions> languages,
    IOptions<HotlinesOptions> hotlines,
    IOptions<LimitsOptions> limits)
{
    /// <summary>Where a demo is, unless its settings say otherwise: a simulated phone has no number to tell.</summary>
    private const string DemoCountry = "BO";

    private LineFacts? _demo;
    private LineFacts? _live;

    public TurnContext Of(DateTimeOffset now, ChannelKind shownOn, string? personsCountry, bool isResponder) =>
        new(now, shownOn, personsCountry ?? country.Value.Default ?? (mode.IsDemo ? DemoCountry : null), isResponder, Facts, places);

    /// <summary>The deployment, as a conversation shows it.</summary>
    public LineFacts Facts => mode.IsDemo ? _demo ??= Make(isDemo: true) : _live ??= Make(isDemo: false);

    /// <summary>BO or GT by the number's country code (ITU-T E.164: 591, 502); null: another, or no number.</summary>
    public static string? CountryOf(Address address) => address.Channel == Channel.Simulator ? null : address.Value switch
    {
        ['+', '5', '9', '1', ..] => "BO",
        ['+', '5', '0', '2', ..] => "GT",
        _ => null,
    };

    private LineFacts Make(bool isDemo)
    {
        var showsDrafts = isDemo || languages.Value.ShowDrafts;
        return new LineFacts(
            line.Value.Name,
            line.Value.FreeToSender,
            showsDrafts ? ReviewStatus.Draft : languages.Value.GoLive,
            MarkDrafts: showsDrafts,
            ShowHotlines: isDemo || hotlines.Value.TestedOn is not null,
            LanguageTag.All,
            new PaceLimits(limits.Value.MessagesPerPersonPerMinute))
        {
            Sounds = sounds,
        };
    }
}
