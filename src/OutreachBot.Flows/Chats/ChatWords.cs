using System.Text;

namespace OutreachBot.Flows.Chats;

/// <summary>Cuts a line of a transcript into words; quotes hold words together, also behind an equals sign.</summary>
internal static class ChatWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (char.IsWhiteSpace(character) && !quoted)
            {
                Close();
            }
            else
            {
                word.Append(character);
                begun = true;
            }
        }
        Close();
        return words;

        void Close()
        {
            if (begun)
            {
                words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }
    }

    /// <summary>The words of the form <c>name=value</c>; of a name that stands twice, the last.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(IEnumerable<string> words)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var cut = word.IndexOf('=', StringComparison.Ordinal);
            if (cut > 0)
            {
                pairs[word[..cut]] = word[(cut + 1)..];
            }
        }
        return pairs;
    }
}
