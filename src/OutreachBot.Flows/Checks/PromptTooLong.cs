using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Checks;

/// <summary><c>prompt_too_long</c>: over two SMS segments with long values; <c>prompt_long</c>: over the one that is aimed at.</summary>
internal sealed class PromptTooLong : ICheck
{
    private const int Most = 2;

    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            var uses = PromptUse.SaidIn(flow).GroupBy(u => u.Prompt, StringComparer.Ordinal);
            foreach (var use in uses)
            {
                foreach (var wording in flow.WordingsOf(use.Key).All())
                {
                    var longest = use.Max(u => Segments(book.Book, wording, wording.For(ChannelKind.Sms), u.Ask));
                    var hint = wording.Hint is { } example ? use.Max(u => Segments(book.Book, wording, example, u.Ask)) : 1;
                    if (Judge(wording.Prompt, longest, "") is { } fault)
                    {
                        yield return fault;
                    }
                    if (Judge(wording.Prompt, hint, "the hint of ") is { } other)
                    {
                        yield return other;
                    }
                }
            }
        }
        foreach (var (language, prompts) in book.Book.SharedPrompts)
        {
            foreach (var wording in prompts.Values.Select(p => new Wording(p, language)))
            {
                if (Judge(wording.Prompt, Segments(book.Book, wording, wording.For(ChannelKind.Sms), null), "") is { } fault)
                {
                    yield return fault;
                }
            }
        }
    }

    /// <summary>How many SMS a wording takes with long values put in.</summary>
    internal static int Segments(FlowBook book, Wording wording, Template template, AskStep? ask)
    {
        var values = new LongValues(book, wording, ask);
        return SmsText.Measure(template.Fill(ChannelKind.Sms, ref values)).Segments;
    }

    private static Diagnostic? Judge(Prompt prompt, int segments, string part) => segments switch
    {
        > Most => new Diagnostic("prompt_too_long", Severity.Error, prompt.Spot,
            $"{Capital(part)}prompt '{prompt.Name}' has {segments} segments as SMS with long values", $"Cut it to {Most}, better to one: each costs, and each makes a phone ring."),
        Most => new Diagnostic("prompt_long", Severity.Warning, prompt.Spot,
            $"{Capital(part)}prompt '{prompt.Name}' has {segments} segments as SMS with long values", "Aim at one: 160 GSM-7 characters."),
        _ => null,
    };

    private static string Capital(string part) => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..];
}

/// <summary>Fills placeholders with the longest values that come up.</summary>
internal readonly struct LongValues(FlowBook book, Wording wording, AskStep? ask) : IPlaceholders
{
    private static readonly string[] Countries = ["BO", "GT"];

    public string Value(string name) => name switch
    {
        "options" => SmsFold.Fold(Options(), wording.Language),
        "yes_no" => SmsFold.Fold(book.Shared(SharedPrompts.YesNo, wording.Language).All().FirstOrDefault()?.Prompt.Text ?? "", wording.Language),
        "hotlines" => SmsFold.Fold(Countries.Select(book.HotlinesOf).MaxBy(h => h.Length) ?? "", wording.Language),
        "hotlines_hours" => SmsFold.Fold(Countries.Select(book.HotlinesWithHoursOf).MaxBy(h => h.Length) ?? "", wording.Language),
        "hotlines_source" => SmsFold.Fold(Countries.Select(book.HotlineSourcesOf).MaxBy(h => h.Length) ?? "", wording.Language),
        "n" or "count" or "women" or "men" => "88",
        "code" => "123-456-7890",
        "line" => new string('x', 20),
        "language" => new string('x', 10),
        "urgency" or "status" => new string('x', 12),
        // "San Pedro Sacatepéquez, San Marcos" and its like.
        "municipality" or "where" or "place" => new string('x', 34),
        "summary" or "message" or "alerts" => new string('x', 100),
        _ => new string('x', 40),
    };

    private string Options()
    {
        var labels = ask switch
        {
            { Kind: QuestionKind.Choice } => ask.Options.Select(o => o.Key).Select(wording.Label),
            { Kind: QuestionKind.Language } => LanguageTag.WithFlows.Select(_ => new string('x', 10)),
            // Four places, each with its department.
            _ => Enumerable.Repeat(new string('x', 28), 4),
        };
        return string.Join(' ', labels.Select((label, i) => $"{i + 1} {label}"));
    }
}
