using OutreachBot.Flows.Languages;

namespace OutreachBot.Privacy.Passphrases;

/// <summary>Passphrases that somebody tries first, by rule: no list could name those of every country.</summary>
internal static class EasyPassphrase
{
    /// <summary>Signs that have to be left once what anybody would try is taken out.</summary>
    private const int Needed = 5;
    private const int ShortestRun = 4;
    private const int ShortestName = 3;
    private const int FewestSigns = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjklñ", "zxcvbnm", "qwertzuiop", "azertyuiop", "1234567890", "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p",
    ];

    private static readonly string[] Runs = [.. Rows, .. Rows.Select(row => string.Concat(row.Reverse()))];

    // What a person types who is asked for a passphrase and has none.
    private static readonly string[] Words = ["passphrase", "password", "contrasena", "clave", "secreto", "secret", "admin", "outreachbot", "outreach", "linea"];

    /// <summary>Why it is one of them; null where it isn't.</summary>
    /// <param name="names">Of the line and of people on file: whoever attacks this line knows them.</param>
    public static string? Fault(Passphrase passphrase, IEnumerable<string> names)
    {
        var signs = Signs(passphrase.Reveal());
        if (signs.All(char.IsDigit))
        {
            return "it is digits alone";
        }
        if (signs.Distinct().Count() < FewestSigns || IsRepeated(signs))
        {
            return "it repeats itself";
        }
        if (Left(signs, names.SelectMany(PartsOf)) < Needed)
        {
            return "it is a name that is known here, with little beside it";
        }
        return Left(signs, Words) < Needed || LeftOfRuns(signs) < Needed ? "it is a word or a row of keys that is tried first" : null;
    }

    private static bool IsRepeated(string signs) =>
        Enumerable.Range(1, signs.Length / 2).Any(
            length => signs.Length % length == 0 && string.Concat(Enumerable.Repeat(signs[..length], signs.Length / length)) == signs);

    private static int Left(string signs, IEnumerable<string> words)
    {
        var left = words.OrderByDescending(w => w.Length).Aggregate(signs, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

        // A year or a few digits behind a word are the first that is tried.
        return left.Count(c => !char.IsDigit(c)) + (left.Count(char.IsDigit) > Needed ? Needed : 0);
    }

    private static int LeftOfRuns(string signs)
    {
        var left = 0;
        for (var at = 0; at < signs.Length;)
        {
            var run = LongestRun(signs, at);
            left += run >= ShortestRun || char.IsDigit(signs[at]) ? 0 : 1;
            at += run >= ShortestRun ? run : 1;
        }
        return left;
    }

    private static int LongestRun(string signs, int at)
    {
        var length = 0;
        while (at + length < signs.Length && Runs.Any(row => row.Contains(signs.Substring(at, length + 1), StringComparison.Ordinal)))
        {
            length++;
        }
        return length;
    }

    private static IEnumerable<string> PartsOf(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Signs).Where(p => p.Length >= ShortestName);

    /// <summary>Letters and digits, without case, marks and what stands between them.</summary>
    private static string Signs(string text)
    {
        var signs = string.Concat(Letters.Compose(text).ToLowerInvariant().Select(Letters.WithoutMarks).Where(char.IsLetterOrDigit));
        return signs.Length == 0 ? text : signs;
    }
}
