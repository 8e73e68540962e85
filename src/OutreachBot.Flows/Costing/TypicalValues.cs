using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Costing;

/// <summary>Fills placeholders with values as they mostly are; <see cref="Checks.LongValues"/> has the longest.</summary>
internal readonly struct TypicalValues(FlowBook book, Wording wording, AskStep? ask, ChannelKind channel) : IPlaceholders
{
    private const string Place = "Sacaca, Potosí";

    public string Value(string name)
    {
        var value = name switch
        {
            "options" => Options(),
            "yes_no" => Words(SharedPrompts.YesNo, wording.Language),
            "hotlines" => LanguagePriors.HomesOf(wording.Language).Select(book.HotlinesOf).FirstOrDefault() ?? "",
            "hotlines_hours" => LanguagePriors.HomesOf(wording.Language).Select(book.HotlinesWithHoursOf).FirstOrDefault() ?? "",
            "hotlines_source" => LanguagePriors.HomesOf(wording.Language).Select(book.HotlineSourcesOf).FirstOrDefault() ?? "",
            "language" => NameOf(wording.Language),
            "n" or "count" => "3",
            "women" or "men" => "23",
            "code" => "123-456-7890",
            "line" => "Apoyo Vecinal",
            "urgency" => "urgente",
            "status" => "recibido",
            "municipality" or "where" or "place" => Place,
            "alerts" => "KT47, MN12",
            "summary" or "message" => "Mañana temprano puedo ir con la promotora a su casa.",
            _ => "el municipio",
        };
        return channel == ChannelKind.Sms ? SmsFold.Fold(value, wording.Language) : value;
    }

    private string NameOf(LanguageTag language) => Words(SharedPrompts.LanguageName, language);

    private string Words(string prompt, LanguageTag language) => book.Shared(prompt, language).All().FirstOrDefault()?.Prompt.Text ?? "";

    private string Options()
    {
        var labels = ask switch
        {
            { Kind: QuestionKind.Choice } => ask.Options.Select(o => o.Key).Select(wording.Label),
            { Kind: QuestionKind.Language } => LanguageTag.WithFlows.Select(NameOf),
            // Two places of one name.
            _ => Enumerable.Repeat(Place, 2),
        };
        return string.Join(' ', labels.Select((label, i) => $"{i + 1} {label}"));
    }
}
