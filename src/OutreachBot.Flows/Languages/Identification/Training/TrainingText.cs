using System.Text;

namespace OutreachBot.Flows.Languages.Identification.Training;

/// <param name="Language">Whose words these are.</param>
internal sealed record TrainingLine(LanguageTag Language, string Text);

/// <summary>Reads <c>train.tsv</c>: a tag, a tab, a sentence or word; UTF-8, one a line.</summary>
internal static class TrainingText
{
    /// <summary>Fewer lines of a language say nothing about it.</summary>
    public const int LeastLines = 100;

    private const int MostFaults = 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The lines, each once; or what is wrong, with its line and the mend, and no lines.</returns>
    public static (IReadOnlyList<TrainingLine> Lines, IReadOnlyList<string> Faults) Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Contains((byte)0))
        {
            return ([], [$"{name}: this is no text (it holds a zero byte). Give a file of lines: a language's tag, a tab, a sentence."]);
        }
        string text;
        try
        {
            text = Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return ([], [$"{name}: this is not UTF-8. Save it as UTF-8."]);
        }
        var faults = new List<string>();
        var lines = ReadLines(text, name, faults);
        if (faults.Count == 0)
        {
            faults.AddRange(Lacks(lines, name));
        }
        return faults.Count == 0 ? (lines, []) : ([], faults);
    }

    private static List<TrainingLine> ReadLines(string text, string name, List<string> faults)
    {
        var lines = new List<TrainingLine>();
        var seen = new HashSet<(LanguageTag, string)>();
        var number = 0;
        foreach (var row in text.Split('\n'))
        {
            number++;
            var line = row.TrimEnd('\r');
            if (line.Length == 0)
            {
                continue;
            }
            if (Fault(line, out var language, out var words) is { } fault)
            {
                faults.Add($"{name}:{number}: {fault}");
                if (faults.Count == MostFaults)
                {
                    faults.Add("More may follow; these come first.");
                    break;
                }
            }
            else if (seen.Add((language, SpellingViews.BareOf(words))))
            {
                lines.Add(new TrainingLine(language, words));
            }
        }
        return lines;
    }

    private static string? Fault(string line, out LanguageTag language, out string words)
    {
        language = default;
        words = "";
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0)
        {
            return "no tab. A line is a language's tag, a tab, a sentence.";
        }
        words = line[(tab + 1)..].Trim();
        if (!LanguageTag.TryParse(line[..tab].Trim(), out language))
        {
            return $"'{Shown(line[..tab])}' is no language of this line. Known: {string.Join(", ", LanguageTag.All)}.";
        }
        return words.Any(char.IsLetter) ? null : "no letter behind the tab.";
    }

    private static string Shown(string tag) => tag.Length <= 20 ? tag : tag[..20] + "…";

    private static IEnumerable<string> Lacks(List<TrainingLine> lines, string name)
    {
        var counts = lines.GroupBy(l => l.Language).ToDictionary(g => g.Key, g => g.Count());
        if (counts.Count == 0)
        {
            yield return $"{name}: no lines. A line is a language's tag, a tab, a sentence.";
        }
        else if (counts.Count == 1)
        {
            yield return $"{name}: only one language, {counts.Keys.First()}. There is nothing to tell apart: give two or more.";
        }
        else
        {
            foreach (var (language, count) in counts.Where(c => c.Value < LeastLines))
            {
                yield return $"{name}: {language} has {count} different lines; at least {LeastLines} are needed.";
            }
        }
    }
}
