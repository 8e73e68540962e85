using OutreachBot.Addresses;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Effects;

/// <summary>Carries out one effect that flows may ask for (see <c>EffectCatalogue</c>).</summary>
public interface IEffectHandler
{
    /// <summary>The effect's name in the catalogue.</summary>
    string Effect { get; }

    /// <summary>Does it, within the turn's unit of work.</summary>
    EffectResult Handle(EffectRequest request);
}

/// <summary>Who asks, and for what.</summary>
/// <param name="Address">Null when the clock began the turn: her number is kept nowhere but where an answer is owed.</param>
/// <param name="Channel">The road of her last message; samples and providers are told apart by it.</param>
/// <param name="Responder">Set when the person is on file.</param>
/// <param name="Session">The session as it stands in the turn; its links are the host's to read.</param>
public sealed record EffectRequest(
    EffectCall Call,
    PersonKey Person,
    Address? Address,
    Channel Channel,
    Responder? Responder,
    Session Session,
    TurnContext Context,
    UnitOfWork Unit)
{
    /// <summary>An argument's text, or null when the flow did not give it or it is empty.</summary>
    public string? Text(string parameter) =>
        Call.With.TryGetValue(parameter, out var answer) && answer.Text.Length > 0 ? answer.Text : null;

    public string? Link(string name) => Session.Links.GetValueOrDefault(name);
}

/// <summary>What came of an effect.</summary>
/// <param name="Outcome">One of the effect's outcomes.</param>
/// <param name="Gives">Values the flow may say.</param>
/// <param name="Links">Changes to the session's links; null removes one.</param>
/// <param name="Forget">The session is to be dropped: the person is a stranger from here on.</param>
public sealed record EffectResult(
    string Outcome,
    IReadOnlyDictionary<string, string> Gives,
    IReadOnlyDictionary<string, string?> Links,
    bool Forget = false)
{
    /// <summary>Voice and pictures to be shown after the words that follow, once; names as <c>Media</c> gives them.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    private static readonly Dictionary<string, string> NoGifts = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string?> NoLinks = new(StringComparer.Ordinal);

    public static EffectResult Of(string outcome) => new(outcome, NoGifts, NoLinks);

    public static EffectResult Giving(string outcome, params (string Name, string Value)[] gives) =>
        new(outcome, gives.ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal), NoLinks);

    /// <summary>The same, leaving a note in the session.</summary>
    public EffectResult Linking(string name, string? value) =>
        this with { Links = new Dictionary<string, string?>(Links, StringComparer.Ordinal) { [name] = value } };
}
