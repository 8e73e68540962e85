namespace OutreachBot.Channels.Simulator;

/// <summary>Reads the numbered choices out of a message's words, where it came without them: <c>1 Acepto 2 Paso</c>.</summary>
internal static class NumberedOptions
{
    private const int Most = 8;
    private const int LongestLabel = 40;

    /// <returns>Labels from 1 on; fewer than two is none.</returns>
    public static IReadOnlyList<string> Read(string text)
    {
        var labels = new List<string>();
        var at = Find(text, 1, 0);
        while (at >= 0 && labels.Count < Most)
        {
            var start = at + 2;
            var next = Find(text, labels.Count + 2, start);
            var label = text[start..(next < 0 ? EndOf(text, start) : next)].Trim(' ', '\n', '.', ',', ';');
            if (label.Length is 0 or > LongestLabel)
            {
                break;
            }
            labels.Add(label);
            at = next;
        }
        return labels.Count >= 2 ? labels : [];
    }

    /// <summary>Where a digit stands alone, with words after it.</summary>
    private static int Find(string text, int number, int from)
    {
        var digit = (char)('0' + number);
        for (var i = text.IndexOf(digit, from); i >= 0; i = text.IndexOf(digit, i + 1))
        {
            if ((i == 0 || char.IsWhiteSpace(text[i - 1])) && i + 2 < text.Length && text[i + 1] == ' ')
            {
                return i;
            }
        }
        return -1;
    }

    private static int EndOf(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('.', '\n', '(');
        return end < 0 ? text.Length : start + end;
    }
}
