namespace OutreachBot.Flows.Languages;

/// <summary>Cuts a text into sentences as people send them: by marks and lines, in matching form.</summary>
internal static class Sentences
{
    private static readonly char[] Ends = ['.', ';', ':', '!', '?', '¡', '¿', '\n'];

    private static readonly char[] EndsAndCommas = [.. Ends, ','];

    /// <summary>Sentences in matching form (see <see cref="Collation.Key"/>); none is empty.</summary>
    public static IEnumerable<string> Of(string text) => Cut(text, Ends);

    /// <summary>As <see cref="Of"/>, cut at commas as well.</summary>
    public static IEnumerable<string> Clauses(string text) => Cut(text, EndsAndCommas);

    private static IEnumerable<string> Cut(string text, char[] ends) =>
        text.Split(ends, StringSplitOptions.RemoveEmptyEntries).Select(Collation.Key).Where(k => k.Length > 0);
}
