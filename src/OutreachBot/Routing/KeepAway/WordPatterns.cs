namespace OutreachBot.Routing.KeepAway;

/// <summary>What to look for among folded words: words (<c>pnc</c>), beginnings of words (<c>polici*</c>), phrases (<c>lucha_contra</c>).</summary>
/// <param name="patterns">With blanks between them.</param>
/// <param name="but">Phrases that are cut out before anything is looked for.</param>
internal sealed class WordPatterns(string patterns, string but = "")
{
    private readonly string[] _patterns = [.. patterns.Split(' ').Select(AsWritten)];
    private readonly string[] _but = [.. but.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AsWritten)];

    public bool AreIn(params IEnumerable<string> words)
    {
        var text = $" {string.Join(' ', words)} ";
        foreach (var phrase in _but)
        {
            text = text.Replace(phrase, " ", StringComparison.Ordinal);
        }
        return Array.Exists(_patterns, p => text.Contains(p, StringComparison.Ordinal));
    }

    private static string AsWritten(string pattern) =>
        ' ' + (pattern.EndsWith('*') ? pattern[..^1] : pattern + ' ').Replace('_', ' ');
}
