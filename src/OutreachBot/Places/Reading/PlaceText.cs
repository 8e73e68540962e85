using System.Collections.Frozen;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Places.Reading;

/// <summary>One word of what a person wrote.</summary>
/// <param name="Text">Folded: a to z and digits, abbreviations written out.</param>
/// <param name="Capital">Written with a capital first letter.</param>
/// <param name="AfterBreak">A comma, a full stop or a new line stands before it.</param>
internal readonly record struct Word(string Text, bool Capital, bool AfterBreak)
{
    public override string ToString() => "[word]";
}

/// <summary>A sentence as words.</summary>
internal sealed class PlaceText
{
    /// <summary>Words read of a text; a place is named early or not at all.</summary>
    private const int MostWords = 320;

    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sta"] = "santa",
        ["sto"] = "santo",
        ["sn"] = "san",
        ["stgo"] = "santiago",
        ["pto"] = "puerto",
        ["vlla"] = "villa",
        ["cd"] = "ciudad",
        ["cdad"] = "ciudad",
        ["dpto"] = "departamento",
        ["depto"] = "departamento",
        ["dto"] = "departamento",
        ["dep"] = "departamento",
        ["mpio"] = "municipio",
        ["muni"] = "municipio",
        ["munic"] = "municipio",
        ["prov"] = "provincia",
        ["av"] = "avenida",
        ["avda"] = "avenida",
        ["ald"] = "aldea",
        ["urb"] = "urbanizacion",
        ["gral"] = "general",
        ["xq"] = "porque",
        ["q"] = "que",
        ["d"] = "de",
        ["dl"] = "del",
        ["com"] = "comunidad",
        ["stiago"] = "santiago",
        ["cmdad"] = "comunidad",
        ["crio"] = "caserio",
        ["mcpio"] = "municipio",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Saints = new[]
    {
        "andres", "antonio", "bartolo", "bartolome", "benito", "bernardino", "borja", "carlos", "cristobal", "diego", "felipe", "francisco", "gabriel", "gaspar",
        "ignacio", "isidro", "javier", "joaquin", "jose", "juan", "julian", "lorenzo", "lucas", "luis", "marcos", "martin", "mateo", "matias", "miguel", "pablo",
        "pedro", "rafael", "raimundo", "ramon", "sebastian", "vicente", "ana", "apolonia", "barbara", "catarina", "clara", "cruz", "elena", "eulalia", "fe", "lucia",
        "maria", "rosa",
    }.ToFrozenSet(StringComparer.Ordinal);

    private PlaceText(IReadOnlyList<Word> words)
    {
        Words = words;
        var capitals = 0;
        for (var i = 1; i < words.Count; i++)
        {
            capitals += words[i].Capital ? 1 : 0;
        }
        MixedCase = words.Count > 1 && capitals > 0 && capitals < words.Count - 1;
    }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Whether capitals tell names from words here: neither all capitals nor all small.</summary>
    public bool MixedCase { get; }

    /// <summary>The next word that says something, from <paramref name="at"/> on: "Totora, en el departamento de Potosí".</summary>
    public int AfterSmallWords(int at)
    {
        while (at < Words.Count && (SmallWords.Contains(Words[at].Text) || Words[at].Text is "departamento" or "provincia"))
        {
            at++;
        }
        return at;
    }

    /// <summary>The word at <paramref name="i"/>; empty where there is none, or a break stands between it and <paramref name="end"/>.</summary>
    public string WordAt(int i, int end)
    {
        if (i < 0 || i >= Words.Count)
        {
            return "";
        }
        for (var k = i + 1; k <= end && k < Words.Count; k++)
        {
            if (Words[k].AfterBreak)
            {
                return "";
            }
        }
        return Words[i].Text;
    }

    public static PlaceText Read(string text)
    {
        var words = new List<Word>();
        var composed = Letters.Compose(text);
        Span<char> letters = stackalloc char[64];
        var length = 0;
        var capital = false;
        var afterBreak = false;
        for (var i = 0; i <= composed.Length && words.Count < MostWords; i++)
        {
            var character = i < composed.Length ? composed[i] : ' ';
            var letter = char.ToLowerInvariant(Letters.WithoutMarks(character));
            if (letter is >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                capital = length == 0 ? char.IsUpper(character) : capital;
                if (length < letters.Length)
                {
                    letters[length++] = letter;
                }
                continue;
            }
            if (Letters.IsApostrophe(character))
            {
                continue;
            }
            if (length > 0)
            {
                AddWord(words, WriteOut(letters[..length]), capital, afterBreak);
                afterBreak = false;
                length = 0;
            }
            afterBreak |= IsBreak(composed, i);
        }
        ReadLoneLetters(words);
        return new PlaceText(words);
    }

    private static void AddWord(List<Word> words, string text, bool capital, bool afterBreak)
    {
        if (IsSaint(text, out var at))
        {
            words.Add(new Word(text[..at], capital, afterBreak));
            words.Add(new Word(text[at..], capital, AfterBreak: false));
            return;
        }
        words.Add(new Word(text, capital, afterBreak));
    }

    // "santacruz", "sanjuan": written as one, they are two words of a name.
    private static bool IsSaint(string text, out int at)
    {
        at = text.StartsWith("santa", StringComparison.Ordinal) ? 5 : text.StartsWith("san", StringComparison.Ordinal) ? 3 : 0;
        return at > 0 && Saints.Contains(text[at..]);
    }

    private static string WriteOut(ReadOnlySpan<char> letters)
    {
        var text = new string(letters);
        return Abbreviations.GetValueOrDefault(text, text);
    }

    private static bool IsBreak(string text, int i)
    {
        if (i >= text.Length)
        {
            return false;
        }
        return text[i] is ',' or ';' or ':' or '\n' or '/' or '(' or ')' || (text[i] == '.' && !EndsShortWord(text, i));
    }

    // A full stop after a short word is an abbreviation's: "Sta. Rosa", "S. Pedro".
    private static bool EndsShortWord(string text, int i)
    {
        var letters = 0;
        while (i - letters - 1 >= 0 && char.IsLetter(text[i - letters - 1]))
        {
            letters++;
        }
        return letters is >= 1 and <= 4;
    }

    // "S. Pedro", "V. Nueva": one letter before a word stands for the word that such names begin with.
    private static void ReadLoneLetters(List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var whole = words[i].Text switch { "s" => "san", "v" => "villa", _ => null };
            if (whole is not null && !words[i + 1].AfterBreak && words[i + 1].Text.Length > 2)
            {
                words[i] = words[i] with { Text = whole };
            }
        }
    }
}
