using System.Text.RegularExpressions;

namespace OutreachBot.Tests.Support;

/// <summary>The repository's own files, to look up what a paper names.</summary>
internal sealed partial class RepositoryFiles
{
    /// <summary>It holds wrong names on purpose.</summary>
    private const string OwnTest = "DocumentsTests.cs";

    private readonly Dictionary<string, List<string>> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public RepositoryFiles()
    {
        var sources = new[] { "src", "tests" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        foreach (var (name, text) in sources.Select(f => (Path.GetFileName(f), File.ReadAllText(f))))
        {
            if (name != OwnTest)
            {
                _words.UnionWith(Word().Matches(text).Select(m => m.Value));
            }
            foreach (var type in Declaration().Matches(text).Select(m => m.Groups["type"].Value).Distinct(StringComparer.Ordinal))
            {
                if (!_types.TryGetValue(type, out var texts))
                {
                    _types[type] = texts = [];
                }
                texts.Add(text);
            }
        }
    }

    public static string Root { get; } = Find();

    /// <summary>Whether a word of a paper is there: a type or setting, a member of a type, a path. What is none of these says nothing, and is let be.</summary>
    public bool Has(string word)
    {
        if (PathOfOurs().IsMatch(word))
        {
            return Path.Exists(Path.Combine(Root, word));
        }
        if (Type().Match(word) is not { Success: true } type)
        {
            return true;
        }
        var (name, member) = (type.Groups["type"].Value, type.Groups["member"].Value);
        return member.Length > 0 || name.EndsWith("Tests", StringComparison.Ordinal)
            ? _types.TryGetValue(name, out var texts) && texts.Exists(t => Mentions(t, member))
            : _words.Contains(name);
    }

    /// <param name="member">Empty: of course. With three dots at its end: a beginning.</param>
    private static bool Mentions(string text, string member) =>
        Regex.IsMatch(text, member.EndsWith('…') ? $@"\b{member[..^1]}" : $@"\b{member}\b", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "OutreachBot.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }
        return at.FullName;
    }

    // A path of ours begins with one of our folders, or is a file of the root by its ending.
    [GeneratedRegex(@"^(?:(?:src|tests|docs|deploy|flows|tools)/[\w./-]+|[A-Z][\w.]+\.(?:props|txt|md|sln))$", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PathOfOurs();

    // Two humps at least: ALTO and Twilio are no types of ours. No underscores but in a test's sentence: settings have two.
    [GeneratedRegex(@"^(?<type>[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\.(?<member>[A-Za-z]\w*…?))?$", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Type();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface) (?:struct )?(?<type>[A-Z]\w+)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Declaration();
}
