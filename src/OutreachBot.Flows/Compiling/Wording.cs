using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Compiling;

/// <summary>One prompt in one language, ready to be filled.</summary>
internal sealed class Wording
{
    private readonly Template _text;
    private readonly Template? _whatsApp;

    public Wording(Prompt prompt, LanguageTag language)
    {
        Prompt = prompt;
        Language = language;
        _text = Template.Parse(prompt.Text, language);
        _whatsApp = prompt.WhatsAppText is { } other ? Template.Parse(other, language) : null;
        Hint = prompt.Hint is { } hint ? Template.Parse(hint, language) : null;
    }

    public Prompt Prompt { get; }

    public LanguageTag Language { get; }

    public Template? Hint { get; }

    /// <summary>What is to be filled in, in all it says; each as often as it stands there.</summary>
    public IEnumerable<string> Placeholders => Templates.SelectMany(t => t.Placeholders);

    /// <summary>A brace that begins or ends no placeholder.</summary>
    public bool HasStrayBrace => Templates.Any(t => t.HasStrayBrace);

    private IEnumerable<Template> Templates => new[] { _text, _whatsApp, Hint }.OfType<Template>();

    public Template For(ChannelKind channel) => channel == ChannelKind.WhatsApp && _whatsApp is not null ? _whatsApp : _text;

    /// <summary>How an option is called; its key where nobody gave it a label.</summary>
    public string Label(string option) => Prompt.Options.GetValueOrDefault(option, option);
}

/// <summary>A prompt as a language has it, and in Spanish.</summary>
internal readonly record struct Wordings(Wording? Own, Wording? Spanish)
{
    /// <summary>The highest level at which her own words are said; see <see cref="LiveLevels"/>.</summary>
    public ReviewStatus GoodFor { get; init; }

    /// <summary>What is said: her language where it may be shown, else Spanish.</summary>
    /// <param name="goLive">The level that a language other than Spanish has to reach.</param>
    public Wording? Pick(ReviewStatus goLive) =>
        Own is not null && (Own.Language == LanguageTag.Spanish || GoodFor >= goLive) ? Own : Spanish;

    /// <summary>Both, for reading answers: what was once shown is understood, reviewed or not.</summary>
    public IEnumerable<Wording> All()
    {
        if (Own is not null)
        {
            yield return Own;
        }
        if (Spanish is not null && !ReferenceEquals(Spanish, Own))
        {
            yield return Spanish;
        }
    }

    public static Dictionary<string, Wordings> Of(
        IReadOnlyDictionary<string, Prompt>? own, IReadOnlyDictionary<string, Prompt>? spanish, LanguageTag language)
    {
        var wordings = new Dictionary<string, Wordings>(StringComparer.Ordinal);
        foreach (var (name, prompt) in spanish ?? new Dictionary<string, Prompt>(StringComparer.Ordinal))
        {
            wordings[name] = new Wordings(null, new Wording(prompt, LanguageTag.Spanish));
        }
        foreach (var (name, prompt) in own ?? new Dictionary<string, Prompt>(StringComparer.Ordinal))
        {
            var before = wordings.GetValueOrDefault(name);
            wordings[name] = language == LanguageTag.Spanish
                ? new Wordings(before.Spanish, before.Spanish)
                : before with { Own = new Wording(prompt, language) };
        }
        return wordings;
    }
}
