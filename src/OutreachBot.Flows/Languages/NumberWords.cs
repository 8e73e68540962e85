using System.Collections.Frozen;

namespace OutreachBot.Flows.Languages;

/// <summary>One to ten in the languages of the line, for the number of an answer. Read, never said.</summary>
/// <remarks>
/// The forms stand by themselves in our word lists (GATITOS); their values are those of CLDR's spelt-out numbers for Quechua
/// and of the language academy (ALMG) for K'iche', and of Aymara primers, where a form of one letter more or less is as
/// common. They count as the whole message and in her language only: <i>jun</i> is "a" too, and <i>maya</i> a people.
/// </remarks>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> Of = new Dictionary<string, FrozenDictionary<string, int>>(StringComparer.Ordinal)
    {
        ["qu"] = Table("huk uk juk", "iskay", "kimsa kinsa", "tawa", "pichqa phichqa pisqa phisqa", "suqta soqta", "qanchis qanchik", "pusaq", "isqun jisqun", "chunka"),
        ["ay"] = Table("maya", "paya", "kimsa", "pusi", "phisqa phisqha", "suxta", "paqallqu", "kimsaqallqu", "llatunka", "tunka"),
        ["quc"] = Table("jun", "keb kieb", "oxib", "kajib", "job joob", "waqib", "wuqub", "wajxaqib", "belejeb", "lajuj"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="key">A message in the form of <see cref="Collation.Key"/>.</param>
    public static int? Read(string key, LanguageTag language) =>
        Of.TryGetValue(language.ToString(), out var words) && words.TryGetValue(key, out var number) ? number : null;

    // In order from one; the spellings of a number between spaces.
    private static FrozenDictionary<string, int> Table(params string[] numbers) =>
        numbers.SelectMany((spellings, i) => spellings.Split(' ').Select(s => (s, i + 1))).ToFrozenDictionary(n => n.s, n => n.Item2, StringComparer.Ordinal);
}
