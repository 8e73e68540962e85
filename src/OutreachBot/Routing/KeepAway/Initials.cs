using System.Text;

namespace OutreachBot.Routing.KeepAway;

/// <summary>Initials written one by one are one word: <c>G.A.M.</c>, <c>F. E. L. C. V.</c>, <c>f e l c v</c>.</summary>
internal static class Initials
{
    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (letters, end) = RunAt(text, at);
            if (letters.Length > 1)
            {
                joined.Append(letters);
                at = end;
            }
            else
            {
                joined.Append(text[at++]);
            }
        }
        return joined.ToString();
    }

    // Two are enough with a stop between them; without one "y o" and the like are words.
    private static (string Letters, int End) RunAt(string text, int start)
    {
        var letters = new StringBuilder();
        var (hasStop, end) = (false, start);
        for (var at = start; IsAlone(text, at);)
        {
            letters.Append(text[at]);
            end = at + 1;
            var isStop = end < text.Length && text[end] is ('.' or '-');
            hasStop = letters.Length == 1 ? isStop : hasStop;
            // In "y F.E.L.C.V." the first is a word.
            at = isStop == hasStop ? NextAfter(text, end) : text.Length;
        }
        return letters.Length > 2 || hasStop ? (letters.ToString(), end) : ("", start);
    }

    // After a stop and a blank a small letter is a word again: "G.A.M. y la policía".
    private static int NextAfter(string text, int end)
    {
        if (end >= text.Length || text[end] is not ('.' or '-' or ' '))
        {
            return text.Length;
        }
        var isApart = text[end] == '.' && end + 1 < text.Length && text[end + 1] == ' ';
        return !isApart ? end + 1 : end + 2 < text.Length && char.IsUpper(text[end + 2]) ? end + 2 : text.Length;
    }

    private static bool IsAlone(string text, int at) =>
        at < text.Length && char.IsLetter(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
