namespace OutreachBot.Channels.Simulator;

/// <summary>An answer at hand: what is sent, and what it says.</summary>
internal sealed record QuickAnswer(string Send, string Label);

/// <summary>Reads the answers at hand out of a message's words: <c>1 Acepto 2 Paso. 0 = saltar</c>.</summary>
/// <remarks>Out of the words, because an unasked message has nothing else, and because a plain phone shows nothing else.</remarks>
internal static class NumberedOptions
{
    private const int Most = 8;
    private const int LongestLabel = 40;

    public static IReadOnlyList<QuickAnswer> Read(string text)
    {
        var answers = new List<QuickAnswer>();
        var at = Find(text, 1, 0);
        while (at >= 0 && answers.Count < Most)
        {
            var next = Find(text, answers.Count + 2, at + 2);
            if (Label(text, at, next) is not { } label)
            {
                break;
            }
            answers.Add(new QuickAnswer($"{answers.Count + 1}", label));
            at = next;
        }
        if (answers.Count == 1)
        {
            answers.Clear();
        }
        Add(answers, text, 9, needsSign: answers.Count == 0);
        Add(answers, text, 0, needsSign: true);
        return answers;
    }

    /// <param name="needsSign">Only <c>0 = …</c>: a bare digit in a sentence is a number.</param>
    private static void Add(List<QuickAnswer> answers, string text, int number, bool needsSign)
    {
        var at = Find(text, number, 0);
        if (at >= 0 && (!needsSign || text.AsSpan(at + 1).StartsWith(" =")) && Label(text, at, -1) is { } label)
        {
            answers.Add(new QuickAnswer($"{number}", label));
        }
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

    /// <param name="next">Where the next number stands; negative: none.</param>
    private static string? Label(string text, int at, int next)
    {
        var start = at + 2;
        var end = next < 0 ? text.Length : next;
        foreach (var special in new[] { Find(text, 9, start), Find(text, 0, start), text.AsSpan(start).IndexOfAny('.', '\n', '(') + start })
        {
            end = special >= start && special < end ? special : end;
        }
        var label = text[start..end].Trim(' ', '\n', '.', ',', ';', '=');
        return label.Length is 0 or > LongestLabel ? null : label;
    }
}
