using System.Text;
using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Fuzz.Targets;

/// <summary>Loads a folder of flows: files in one text, each under a line <c>=== path</c>.</summary>
internal sealed class YamlTarget : IFuzzTarget
{
    public const string Word = "yaml";

    private const string FileMark = "=== ";

    public string Name => Word;

    public IReadOnlyList<byte[]> Scraps { get; } =
    [
        .. new[]
        {
            "\n=== report/qu.yaml\n", "\n=== shared/keywords.yaml\n", "\n=== shared/hotlines.yaml\n", "\n=== other/flow.yaml\n", "\n=== prices.yaml\n", "\n=== ../x.yaml\n", "\n=== report/chats/es/a.chat\n",
            "&a ", "*a", "!!str ", "{", "}", "[", "]", "- ", "? ", ": ", "| ", ">-\n", "\t", "'", "\"", "\\x", "\\U00110000", "%YAML 9.9\n", "---\n", "...\n", "# ", "<<: *a",
            "end", "then", "say", "ask", "do", "call", "when", "goto", "first", "remembers", "states", "starts_on", "if_left: {after: 60m, go: x}", "options: {a: b}", "{options}", "{yes_no}", "{",
            "kind: story", "kind: place", "privacy: sealed", "privacy: open", "sign: minor", "language: qu", "text: x", "draft", "\uFEFF", "\u0085", "\u2028", "\r", "\0", "  ", "    ", "999999999999m", "-1m",
            "extends", "change", "[[[[[[[[[[[[[[[[", "{{{{{{{{{{{{{{{{", "~", "null", "true", "1e9",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC0],
    ];

    public string Read(byte[] input)
    {
        var files = Split(input);
        var result = FlowBookLoader.Load(files);
        BrokenLawException.Unless(result.Book is not null != result.Diagnostics.Any(d => d.Severity == Severity.Error), "a book, or an error that says why not");
        var faults = result.Book is { } book ? [.. result.Diagnostics, .. FlowLinter.Lint(book)] : result.Diagnostics;
        foreach (var fault in faults)
        {
            BrokenLawException.Unless(fault.Spot is { Line: >= 1, Column: >= 1, File.Length: > 0 }, "every fault has its place");
            BrokenLawException.Unless(fault.Problem.Length > 0 && fault.Mend.Length > 0, "every fault has its mend");
        }
        return $"{Word}: {(result.Book is null ? "faults" : "book")} {string.Join(' ', faults.Select(f => f.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
    }

    private static Dictionary<string, byte[]> Split(byte[] input)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        // Byte for byte: what is no UTF-8 must reach the loader as it is.
        var parts = Encoding.Latin1.GetString(input).Split('\n' + FileMark);
        foreach (var part in parts)
        {
            var whole = part.StartsWith(FileMark, StringComparison.Ordinal) ? part[FileMark.Length..] : part;
            var line = whole.IndexOf('\n', StringComparison.Ordinal);
            var path = line < 0 ? whole : whole[..line];
            if (path.Length is > 0 and < 200)
            {
                files[path] = Encoding.Latin1.GetBytes(line < 0 ? "" : whole[(line + 1)..]);
            }
        }
        return files;
    }
}
