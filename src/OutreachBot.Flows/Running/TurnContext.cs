using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Running;

/// <summary>What the engine may know of the world in one turn; all of it is given.</summary>
/// <param name="Now">The time of the turn.</param>
/// <param name="Country">BO, GT or null: the phone's prefix, else the deployment's.</param>
/// <param name="IsResponder">The person is on file as defender, official or coordinator.</param>
/// <param name="Places">Reads places out of words and pins.</param>
public sealed record TurnContext(
    DateTimeOffset Now,
    ChannelKind Channel,
    string? Country,
    bool IsResponder,
    LineFacts Line,
    IPlaceReader Places);

/// <summary>The deployment, as far as a conversation shows it.</summary>
/// <param name="Name">Who we are, a neutral name on any screen.</param>
/// <param name="FreeToSender">Whether writing costs her nothing.</param>
/// <param name="GoLive">The least review status at which a language other than Spanish is said.</param>
/// <param name="MarkDrafts">Whether wordings below <see cref="ReviewStatus.Approved"/> carry a visible mark.</param>
/// <param name="ShowHotlines">Whether verified numbers may be shown: demo, or a dated test call.</param>
/// <param name="Languages">The languages that can come up here.</param>
public sealed record LineFacts(
    string Name,
    bool FreeToSender,
    ReviewStatus GoLive,
    bool MarkDrafts,
    bool ShowHotlines,
    IReadOnlyList<LanguageTag> Languages,
    PaceLimits Pace)
{
    /// <summary>The sounds there are.</summary>
    public ISounds Sounds { get; init; } = NoSounds.Instance;
}

/// <summary>How much one person may be answered.</summary>
public sealed record PaceLimits(int MessagesPerMinute);
