using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Sounds;

/// <summary>What of a prompt is spoken.</summary>
/// <param name="Hash">Changes with the words: a sound of other words is not this one's. 8 hex digits of SHA-256.</param>
internal sealed record SpokenText(string Words, string Hash)
{
    public override string ToString() => "[spoken]";
}

/// <summary>Turns prompts into what a voice can say: numbers of answers and labels, no signs that only the eye reads.</summary>
internal static partial class SpokenWords
{
    /// <returns>Null where it can't be spoken beforehand: it holds what only a conversation knows.</returns>
    public static SpokenText? Of(FlowBook book, LanguageTag language, string flow, Prompt prompt, string line)
    {
        var unknown = false;
        var words = Placeholder().Replace(prompt.Text, match =>
        {
            var filled = match.Groups["name"].Value switch
            {
                "line" => line,
                "yes_no" => YesNo(book, language),
                "options" => Options(book, language, flow, prompt),
                _ => null,
            };
            unknown |= filled is null;
            return filled ?? "";
        });
        // "0 = saltar", "¿…?" and capitals of command words are for the eye.
        words = Signs().Replace(words, " ").Replace("=", ",", StringComparison.Ordinal).ToLowerInvariant();
        words = Spaces().Replace(words, " ").Trim();
        return unknown || !words.Any(char.IsLetter) ? null : new SpokenText(words, HashOf(words));
    }

    private static string? YesNo(FlowBook book, LanguageTag language) =>
        (book.SharedPrompts.GetValueOrDefault(language)?.GetValueOrDefault("yes_no")
            ?? book.SharedPrompts.GetValueOrDefault(LanguageTag.Spanish)?.GetValueOrDefault("yes_no"))?.Text;

    private static string? Options(FlowBook book, LanguageTag language, string flow, Prompt prompt)
    {
        if (!book.Flows.ContainsKey(flow))
        {
            return null;
        }
        var ask = book.Compile(flow, language).States.Values.Select(s => s.Step).OfType<AskStep>()
            .FirstOrDefault(a => a.Prompt == prompt.Name && a.Options.Count > 0);
        return ask is null ? null : string.Join(", ", ask.Options.Select((o, i) => $"{i + 1} {prompt.Options.GetValueOrDefault(o.Key, o.Key)}"));
    }

    private static string HashOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];

    [GeneratedRegex(@"\{(?<name>[a-z0-9_]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("[¿¡\"()*_]", RegexOptions.NonBacktracking)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
