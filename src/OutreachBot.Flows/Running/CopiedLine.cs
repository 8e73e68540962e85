using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Reads a line of the question as people copy it from the screen: its digit, and words.</summary>
internal static class CopiedLine
{
    /// <summary>"1 Leer", as it stands on her screen: the digit, where a word of its option follows; -1 where the words contradict it. Null: no such message.</summary>
    public static int? Option(string text, ChoiceWords words)
    {
        if (text.Length is < 3 or > 60 || text[0] is not (>= '1' and <= '8') || char.IsAsciiDigit(text[1]))
        {
            return null;
        }
        var option = text[0] - '1';
        var rest = Collation.Key(text[1..]);
        if (option >= words.Keys.Count || rest.Length == 0)
        {
            return null;
        }
        return words.Shares(option, rest) ? option : words.Find(rest) >= 0 ? -1 : null;
    }

    /// <summary>"1 no": the digit says the one, the word the other.</summary>
    public static bool Contradicts(string text, WordReader words, LanguageTag speaks) =>
        text is [('1' or '2') and var digit, ' ', .. var word]
        && words.YesNo(word, speaks) == (digit == '1' ? YesNo.No : YesNo.Yes);
}
