namespace OutreachBot.Privacy.Receipts;

public enum CodeShape
{
    /// <summary>Ten digits, the check digit right: perhaps a code.</summary>
    Right,

    /// <summary>Ten digits, one of them wrong or two swapped.</summary>
    Typo,

    /// <summary>Not ten digits.</summary>
    NoCode,
}

/// <summary>What a text holds of a receipt code.</summary>
/// <param name="Code">Set when the shape is right.</param>
public readonly record struct CodeReading(CodeShape Shape, ReceiptCode? Code)
{
    private const string Separators = "-.,;:/()[]{}#*_·•'\"`´‘’“”¡!¿?…–—‐‑‒―";

    public override string ToString() => $"[{Shape}]";

    /// <summary>Reads the code out of what somebody wrote.</summary>
    /// <remarks>
    /// Groups may be kept apart by anything that isn't a letter or a digit, and words may stand around it. Digits of any
    /// script count. Between digits the letters o and O are read as 0; l, I and | as 1.
    /// Where several runs of ten digits stand in the text, the first right one counts.
    /// </remarks>
    public static CodeReading Of(string text)
    {
        var reading = new CodeReading(CodeShape.NoCode, null);
        foreach (var run in Runs(text))
        {
            if (run.Length != ReceiptCode.Length)
            {
                continue;
            }
            if (ReceiptCode.TryFrom(run) is { } code)
            {
                return new CodeReading(CodeShape.Right, code);
            }
            reading = new CodeReading(CodeShape.Typo, null);
        }
        return reading;
    }

    /// <summary>The digits of each run of neighbouring numeric words.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        var run = new System.Text.StringBuilder();
        foreach (var word in Words(text))
        {
            if (Digits(word) is { } digits)
            {
                run.Append(digits);
            }
            else if (run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
        }
        if (run.Length > 0)
        {
            yield return run.ToString();
        }
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split([.. Separators, .. text.Where(c => char.IsWhiteSpace(c) || char.IsControl(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    /// <returns>Null for a word that is none of digits alone.</returns>
    private static string? Digits(string word)
    {
        var digits = new char[word.Length];
        var any = false;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsDigit(word[i]))
            {
                digits[i] = (char)('0' + (int)char.GetNumericValue(word[i]));
                any = true;
            }
            else if (word[i] is 'o' or 'O')
            {
                digits[i] = '0';
            }
            else if (word[i] is 'l' or 'I' or '|')
            {
                digits[i] = '1';
            }
            else
            {
                return null;
            }
        }
        return any ? new string(digits) : null;
    }
}
