using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>How one word arrives from phones of all kinds.</summary>
internal static class FormVariants
{
    private static readonly (string Before, string After)[] Around =
    [
        ("", ""), ("¡", "!"), ("  ", " . "), ("", "!!!"), ("", "..."), ("(", ")"), ("\"", "\""), ("«", "»"), ("'", "'"), ("*", "*"), ("", ","),
        ("", "?"), ("- ", ""), ("", "🙏"), ("🙏 ", " 😢😢"), ("", " 🙏🏽"), ("❤️", ""), ("", "\u200b"), ("\u200f", ""), ("\u00a0", "\u00a0"),
        ("\ufeff", ""), ("\t", "\r\n"), ("\u2060", ""), ("  \n", "   "),
    ];

    private static readonly (string Before, string After)[] Courtesies =
    [
        ("", ", por favor"), ("por favor ", ""), ("", " porfa"), ("", " xfa"), ("", " x favor"), ("", " pues"), ("", " ps"), ("disculpe, ", ""),
        ("oiga ", ""), ("", " por favor pues"),
    ];

    // Of a greeting, a thank-you and a word of address together the greeting or neither is read.
    private static readonly HashSet<string> Courteous = new(StringComparer.Ordinal)
    {
        "gracias", "hola", "buenos dias", "buenas tardes", "buenas noches", "buen dia", "senora", "senorita",
    };

    public static IEnumerable<string> Of(string form)
    {
        foreach (var (before, after) in Around)
        {
            yield return before + form + after;
        }
        yield return form.ToUpperInvariant();
        yield return form.ToLowerInvariant();
        yield return char.ToUpperInvariant(form[0]) + form[1..].ToLowerInvariant();
        yield return Collation.Key(form);
        yield return form + form[^1] + form[^1];
        foreach (var apostrophe in Letters.Apostrophes)
        {
            yield return form.Replace('\'', apostrophe);
        }
        yield return form.Replace("'", "", StringComparison.Ordinal);
        yield return form.Replace("'", "''", StringComparison.Ordinal);
        yield return form.Replace('\'', '"');
        yield return string.Concat(form.Select(c => "aeiou".Contains(c) ? $"{c}\u0301" : "ñÑ".Contains(c) ? $"{(c == 'ñ' ? 'n' : 'N')}\u0303" : $"{c}"));
        yield return string.Concat(form.Select(c => char.IsAsciiLetter(c) ? (char)(c + 0xFEE0) : c));
        yield return form.Replace('a', 'а').Replace('o', 'о').Replace('e', 'е').Replace('c', 'с').Replace('p', 'р');
        yield return form.ToUpperInvariant().Replace('A', 'Α').Replace('O', 'Ο').Replace('I', 'Ι').Replace('K', 'Κ').Replace('T', 'Τ');
        yield return string.Join('\u200b', form.ToCharArray());
        yield return form.Replace(' ', '\n');
        yield return form.Replace(" ", "  ", StringComparison.Ordinal);
        yield return form.Replace(' ', '-');
        if (form.Contains(' ', StringComparison.Ordinal) && Collation.Key(form).Length > 5)
        {
            yield return form.Replace(" ", "", StringComparison.Ordinal);
        }
    }

    /// <summary>Each letter twice and four times.</summary>
    public static IEnumerable<string> HeldDown(string form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (char.IsLetter(form[i]))
            {
                yield return form.Insert(i, $"{form[i]}");
                yield return form.Insert(i, new string(form[i], 3));
            }
        }
    }

    public static IEnumerable<string> Politely(string form)
    {
        foreach (var (before, after) in Courtesies)
        {
            yield return before + form + after;
        }
        if (!Courteous.Contains(Collation.Key(form)))
        {
            yield return $"hola {form}";
            yield return $"Buenas tardes, {form}. Gracias";
            yield return $"{form} gracias señorita";
        }
    }

    /// <summary>Each letter of the longer words left out, one put in, one wrong, and two swapped.</summary>
    public static IEnumerable<string> Slips(string key)
    {
        for (var i = 1; i < key.Length - 1; i++)
        {
            if (key[i] == ' ' || key[i - 1] == ' ' || key[i + 1] == ' ' || WordAt(key, i).Length < 5)
            {
                continue;
            }
            yield return key.Remove(i, 1);
            yield return key.Remove(i, 1).Insert(i, "z");
            yield return key.Remove(i, 1).Insert(i, "d");
            yield return key.Insert(i, "z");
            yield return key.Insert(i, "o");
            yield return key[..(i - 1)] + key[i] + key[i - 1] + key[(i + 1)..];
        }
    }

    /// <summary>One letter left out, put in or wrong, or two swapped; worked out the long way round.</summary>
    public static bool IsOneSlip(string one, string other)
    {
        var left = Enumerable.Range(0, one.Length).Select(i => one.Remove(i, 1)).Append(one);
        var right = Enumerable.Range(0, other.Length).Select(i => other.Remove(i, 1)).Append(other).ToHashSet(StringComparer.Ordinal);
        return Math.Abs(one.Length - other.Length) <= 1 && left.Any(right.Contains);
    }

    private static string WordAt(string key, int at)
    {
        var start = key.LastIndexOf(' ', at) + 1;
        var end = key.IndexOf(' ', at);
        return key[start..(end < 0 ? key.Length : end)];
    }
}
