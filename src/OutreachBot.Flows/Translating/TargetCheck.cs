using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Translating;

/// <summary>What words must keep to, whoever wrote them: placeholders, length, letters that SMS carries.</summary>
internal sealed class TargetCheck(FlowBook book, LanguageTag language)
{
    public const int MostSegments = 2;

    /// <summary>WhatsApp's limit for the title of a button; up to three options are buttons.</summary>
    private const int LongestButton = 20;

    /// <summary>WhatsApp's limit for the title of a row in a list.</summary>
    private const int LongestRow = 24;

    private const int MostButtons = 3;

    /// <summary>In a hint the question's own may be shown again.</summary>
    private static readonly string[] AgainInHint = ["{yes_no}", "{options}"];

    /// <summary>The language's own name, to one who is reading that language.</summary>
    private static readonly string[] Spared = ["{language}"];

    /// <summary>Characters; where the Spanish is longer it is no button anyway, and binds instead.</summary>
    public static int LongestLabel(Prompt spanish, PromptPart part) =>
        Math.Max(spanish.Options.Count <= MostButtons ? LongestButton : LongestRow, part.In(spanish)!.Length);

    /// <summary>What is wrong with the words of one part; problem and mend.</summary>
    public IEnumerable<(string Problem, string Mend)> Words(Prompt spanish, PromptPart part, string words)
    {
        foreach (var control in words.Where(char.IsControl).Take(1))
        {
            yield return (control == '\n' ? "there is a line break in it" : $"there is a control character (U+{(int)control:X4}) in it", "Write it as one line of plain text.");
            yield break;
        }
        if (PlaceholdersOf(spanish, part, words) is { } braces)
        {
            yield return braces;
        }
        if (part.Option is not null && words.Length > LongestLabel(spanish, part))
        {
            yield return ($"it has {words.Length} characters, and the label of an option {LongestLabel(spanish, part)} at most", "Shorten it: it stands on a button.");
        }
        if (part != PromptPart.WhatsApp && (SmsFold.FirstLost(words, language) ?? SmsText.FirstNonGsm(SmsFold.Fold(words, language))) is { } lost)
        {
            yield return ($"'{lost.Character}' in column {lost.Column} is in no SMS alphabet, and no folding spells it: the message would cost twice", "Write it in other letters.");
        }
    }

    /// <summary>The parts that are too long as SMS once all is put in; with the number of segments.</summary>
    public IEnumerable<(PromptPart Part, int Segments)> TooLong(string flow, Prompt candidate)
    {
        var wording = new Wording(candidate, language);
        var asks = flow == UnitList.Shared
            ? [null]
            : PromptUse.SaidIn(book.Compile(flow, language)).Where(u => u.Prompt == candidate.Name).Select(u => u.Ask).DefaultIfEmpty().ToList();
        foreach (var (part, template) in new[] { (PromptPart.Text, (Template?)wording.For(ChannelKind.Sms)), (PromptPart.Hint, wording.Hint) })
        {
            if (template is not null && asks.Max(a => PromptTooLong.Segments(book, wording, template, a)) is > MostSegments and var segments)
            {
                yield return (part, segments);
            }
        }
    }

    private static (string Problem, string Mend)? PlaceholdersOf(Prompt spanish, PromptPart part, string words)
    {
        var expected = Braces.In(part.In(spanish)!);
        var found = Braces.In(words);
        var free = part == PromptPart.Hint ? Braces.In(spanish.Text).Intersect(AgainInHint, StringComparer.Ordinal) : [];
        var missing = expected.Except(found, StringComparer.Ordinal).Except(Spared, StringComparer.Ordinal).ToList();
        var added = found.Except(expected, StringComparer.Ordinal).Except(free, StringComparer.Ordinal).ToList();
        if (missing.Count == 0 && added.Count == 0)
        {
            var loose = Braces.Cut(words).Where(p => !p.IsPlaceholder).Any(p => p.Text.AsSpan().ContainsAny('{', '}'));
            return loose ? ("a brace in it is no placeholder", "A placeholder is a name in small letters between braces, as in the Spanish.") : null;
        }
        var said = new[]
        {
            missing.Count > 0 ? $"{string.Join(' ', missing)} of the Spanish is missing" : null,
            added.Count > 0 ? $"{string.Join(' ', added)} isn't in the Spanish" : null,
        };
        return (string.Join(", ", said.OfType<string>()), expected.Count == 0 ? "Write it without braces." : $"Keep exactly {string.Join(' ', expected)}.");
    }
}
