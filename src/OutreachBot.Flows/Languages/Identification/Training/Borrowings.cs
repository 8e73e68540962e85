namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Which words of a line in another language are plain Spanish ones: names, offices, titles left as they are.</summary>
/// <remarks>
/// The training text calls "Asamblea Legislativa" Aymara where the sentence around it is. A word is taken for borrowed
/// when Spanish lines have it too, or when it has a Spanish ending, and it holds a letter that the other language's
/// own words don't.
/// </remarks>
internal sealed class Borrowings
{
    private static readonly string[] Endings =
        ["cion", "ciones", "dad", "dades", "mente", "iva", "ivo", "ivas", "ivos", "ales", "ado", "ada", "ados", "adas", "ica", "ico", "icas", "icos", "encia", "ancia", "ario", "aria", "orio", "miento", "ismo", "ente", "entes", "ural", "onal", "ional", "rial", "ores", "dor", "dora", "ble", "bles"];

    private readonly HashSet<string> _spanish;

    public Borrowings(IEnumerable<string> spanishLines) =>
        _spanish = [.. spanishLines.SelectMany(Words).Select(Bare)];

    /// <summary>The share of a text's letters that stand in borrowed words, 0 to 1.</summary>
    public double Share(string text, LanguageTag language)
    {
        var all = 0;
        var borrowed = 0;
        foreach (var word in Words(text))
        {
            all += word.Length;
            borrowed += IsBorrowed(word, language) ? word.Length : 0;
        }
        return all == 0 ? 1 : (double)borrowed / all;
    }

    /// <summary>The text without its borrowed words.</summary>
    public string Without(string text, LanguageTag language) => string.Join(' ', Words(text).Where(w => !IsBorrowed(w, language)));

    private bool IsBorrowed(string word, LanguageTag language)
    {
        if (language == LanguageTag.Spanish || word.Contains('\'', StringComparison.Ordinal))
        {
            return false;
        }
        var bare = Bare(word);
        return HasForeignLetter(bare, language) && (_spanish.Contains(bare) || Endings.Any(e => bare.Length > e.Length + 1 && bare.EndsWith(e, StringComparison.Ordinal)));
    }

    private static bool HasForeignLetter(string bare, LanguageTag language)
    {
        var isAndean = language == LanguageTag.Quechua || language == LanguageTag.Aymara;
        for (var i = 0; i < bare.Length; i++)
        {
            if ("bdfgvz".Contains(bare[i], StringComparison.Ordinal)
                || (bare[i] == 'c' && (i + 1 == bare.Length || bare[i + 1] != 'h'))
                || (isAndean && bare[i] is 'e' or 'o' && !bare.Contains('q', StringComparison.Ordinal)))
            {
                return true;
            }
        }
        return false;
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '"', '(', ')', '¿', '?', '¡', '!', '-', '/', '“', '”'], StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string word) => string.Create(word.Length, word, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Letters.WithoutMarks(from[i]);
        }
    });
}
