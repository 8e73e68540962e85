using System.Collections.Frozen;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Conversations;

/// <summary>Which words are good to cover the thread with: remembered easily, and never the whole of a message that means something else.</summary>
internal sealed class OwnWordRules(FlowBook book, IOrdinaryWords ordinary, IPlaceReader places)
{
    private const int FewestLetters = 5;
    private const int MostLetters = 40;
    private const int MostWords = 4;

    // What is answered to "who must not know of it".
    private static readonly FrozenSet<string> People = FrozenSet.Create(
        StringComparer.Ordinal,
        "abuela", "abuelo", "alcalde", "alcaldesa", "comadre", "compadre", "cunada", "cunado", "dirigente", "doctor", "doctora", "esposa", "esposo",
        "familia", "hermana", "hermano", "hija", "hijo", "jefa", "jefe", "madrastra", "madre", "madrina", "maestra", "maestro", "marido", "mujer",
        "nadie", "novia", "novio", "padrastro", "padre", "padrino", "papas", "pareja", "pastor", "patron", "patrona", "policia", "prima", "primo",
        "profesor", "profesora", "sobrina", "sobrino", "suegra", "suegro", "todos", "vecina", "vecino", "vecinos");

    /// <returns>An outcome of <c>choose_word</c>: ok, short, long, common, taken, place.</returns>
    public string Judge(string text, string? country)
    {
        var key = Collation.Key(text);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = key.Count(char.IsLetter);
        if (key.Any(char.IsDigit) || IsOfTheLine(text, key))
        {
            return "taken";
        }
        return letters < FewestLetters ? "short"
            : letters > MostLetters || words.Length > MostWords ? "long"
            : Array.TrueForAll(words, IsCommon) ? "common"
            : places.Read(text, country).Kind != PlaceReadingKind.None ? "place"
            : "ok";
    }

    private bool IsCommon(string word) => word.Length <= 3 || People.Contains(word) || ordinary.Contains(word);

    /// <summary>It is one of the line's words, or of its answers, in whatever language she may change to.</summary>
    private bool IsOfTheLine(string text, string key) =>
        LanguageTag.All.Any(language => book.Words.Recognise(text, language) is not null
            || book.Words.Number(text, language) is not null
            || book.Words.YesNo(text, language) is not null
            || book.Words.Leading(text, language, out _) is not null)
        || DateReader.Month(text) is not null
        || book.Words.PoliteStop(text)
        || book.Words.DangerInside(text)
        || book.IsAnswer(key);
}
