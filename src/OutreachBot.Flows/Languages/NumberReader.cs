using System.Collections.Frozen;
using System.Globalization;

namespace OutreachBot.Flows.Languages;

/// <summary>Reads whole numbers from 0 to 999,999,999: digits of any script, keycaps, Spanish words.</summary>
/// <remarks>Of other languages one to ten, as a whole message: <see cref="NumberWords"/>.</remarks>
internal static class NumberReader
{
    private const int MostDigits = 9;

    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["cero"] = 0,
        ["uno"] = 1,
        ["una"] = 1,
        ["un"] = 1,
        ["dos"] = 2,
        ["tres"] = 3,
        ["cuatro"] = 4,
        ["cinco"] = 5,
        ["seis"] = 6,
        ["siete"] = 7,
        ["ocho"] = 8,
        ["nueve"] = 9,
        ["diez"] = 10,
        ["once"] = 11,
        ["doce"] = 12,
        ["trece"] = 13,
        ["catorce"] = 14,
        ["quince"] = 15,
        ["dieciseis"] = 16,
        ["diecisiete"] = 17,
        ["dieciocho"] = 18,
        ["diecinueve"] = 19,
        ["veinte"] = 20,
        ["veintiuno"] = 21,
        ["veintiuna"] = 21,
        ["veintidos"] = 22,
        ["veintitres"] = 23,
        ["veinticuatro"] = 24,
        ["veinticinco"] = 25,
        ["veintiseis"] = 26,
        ["veintisiete"] = 27,
        ["veintiocho"] = 28,
        ["veintinueve"] = 29,
        ["treinta"] = 30,
        ["cuarenta"] = 40,
        ["cincuenta"] = 50,
        ["sesenta"] = 60,
        ["setenta"] = 70,
        ["ochenta"] = 80,
        ["noventa"] = 90,
        ["cien"] = 100,
        ["ciento"] = 100,
        ["doscientos"] = 200,
        ["doscientas"] = 200,
        ["trescientos"] = 300,
        ["trescientas"] = 300,
        ["cuatrocientos"] = 400,
        ["quinientos"] = 500,
        ["quinientas"] = 500,
        ["seiscientos"] = 600,
        ["setecientos"] = 700,
        ["ochocientos"] = 800,
        ["novecientos"] = 900,
        ["ninguno"] = 0,
        ["ninguna"] = 0,
        ["primero"] = 1,
        ["primera"] = 1,
        ["segundo"] = 2,
        ["segunda"] = 2,
        ["tercero"] = 3,
        ["tercera"] = 3,
        ["cuarto"] = 4,
        ["cuarta"] = 4,
        ["quinto"] = 5,
        ["quinta"] = 5,
        ["sexto"] = 6,
        ["sexta"] = 6,
        ["septimo"] = 7,
        ["septima"] = 7,
        ["octavo"] = 8,
        ["octava"] = 8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What stands before a number without changing it: "la 3", "opción dos".
    private static readonly FrozenSet<string> Before = FrozenSet.Create(StringComparer.Ordinal,
        "la", "el", "lo", "los", "las", "opcion", "numero", "num", "nro", "n", "es", "son", "eran", "fueron", "quiero", "elijo", "escojo", "como", "unos", "unas", "de",
        "alternativa", "respuesta", "punto", "inciso", "letra", "nomero", "numer", "casi", "aproximadamente", "seria", "somos", "eramos", "con");

    public static int? Read(string text, PhraseSet courtesy, LanguageTag language)
    {
        var key = courtesy.Strip(Collation.Key(text));
        if (key.Length is 0 or > 60)
        {
            return null;
        }
        if (NumberWords.Read(key, language) is { } hers)
        {
            return hers;
        }
        var words = key.Split(' ');
        var start = 0;
        while (start < words.Length - 1 && Before.Contains(words[start]))
        {
            start++;
        }
        return Value(words.AsSpan(start));
    }

    /// <summary>Which option a letter names: "b", "b)", "la b", "inciso b"; 1 for a, at most 8.</summary>
    public static int? Letter(string text)
    {
        var words = Collation.Key(text).Split(' ');
        return words[^1] is [>= 'a' and <= 'h'] && words.SkipLast(1).All(Before.Contains) ? words[^1][0] - 'a' + 1 : null;
    }

    public static int? Inside(string text)
    {
        int? only = null;
        var words = Collation.Key(text).Split(' ');
        for (var at = 0; at < words.Length;)
        {
            var length = LengthOfNumber(words.AsSpan(at));
            if (length > 0)
            {
                if (only is not null)
                {
                    return null;
                }
                only = Value(words.AsSpan(at, length));
            }
            at += Math.Max(1, length);
        }
        return only;
    }

    /// <summary>One word of a key: digits or a number word.</summary>
    public static int? Word(string word) => Value(new ReadOnlySpan<string>(ref word));

    // "un" and "una" are articles far more often than numbers.
    private static int LengthOfNumber(ReadOnlySpan<string> words)
    {
        if (words[0] is "un" or "una")
        {
            return 0;
        }
        for (var length = Math.Min(words.Length, 5); length > 0; length--)
        {
            if (Value(words[..length]) is not null)
            {
                return length;
            }
        }
        return 0;
    }

    /// <summary>"23", "veinte y tres", "ciento dos"; null when a word is no number, or they don't add up to one.</summary>
    private static int? Value(ReadOnlySpan<string> words)
    {
        if (words.Length == 1 && Digits(words[0]) is { } digits)
        {
            return digits;
        }
        int? sum = null;
        var last = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "y" && i > 0 && i < words.Length - 1)
            {
                continue;
            }
            if (!Words.TryGetValue(words[i], out var value) || (i > 0 && !CanFollow(last, value)))
            {
                return null;
            }
            sum = (sum ?? 0) + value;
            last = value;
        }
        return sum;
    }

    /// <summary>"treinta y dos", "ciento veinte": each word fits below the one before it.</summary>
    private static bool CanFollow(int last, int value) => value switch
    {
        <= 0 => false,
        < 10 => last >= 20 && last % 10 == 0,
        < 100 => last >= 100,
        _ => false,
    };

    private static int? Digits(string word)
    {
        var value = 0;
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0) is var digit && digit < 0)
            {
                // "1ro", "2da", "3ra": an ordinal's ending.
                return length > 0 && word[length..] is "ro" or "ra" or "do" or "da" or "er" or "o" or "a" ? value : null;
            }
            if (++length > MostDigits)
            {
                return null;
            }
            value = (value * 10) + digit;
        }
        return length > 0 ? value : null;
    }
}
