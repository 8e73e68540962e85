using System.Text;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>Changes to a text at places of its old form; what isn't named stays as it is, byte for byte.</summary>
internal sealed class TextPatch(string text)
{
    private readonly List<(int At, int Length, string With)> _changes = [];

    public string Text => text;

    public void Replace(int start, int end, string with) => _changes.Add((start, end - start, with));

    /// <summary>Several at one place come in the order they were given.</summary>
    public void Insert(int at, string what) => _changes.Add((at, 0, what));

    /// <summary>After the last character of a line, its comment included.</summary>
    public int EndOfLine(int at)
    {
        var end = text.IndexOf('\n', at);
        end = end < 0 ? text.Length : end;
        return end > at && text[end - 1] == '\r' ? end - 1 : end;
    }

    public int StartOfLine(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    public string Apply()
    {
        var built = new StringBuilder(text.Length + 256);
        var from = 0;
        foreach (var (at, length, with) in _changes.OrderBy(c => c.At))
        {
            built.Append(text, from, at - from).Append(with);
            from = at + length;
        }
        return built.Append(text, from, text.Length - from).ToString();
    }
}
