namespace OutreachBot.Fuzz;

/// <summary>The inputs a run begins with: small files, written by hand, kept beside the program.</summary>
internal static class Corpus
{
    /// <returns>In the order of their names, so that a seed means the same run everywhere.</returns>
    public static IReadOnlyList<byte[]> Of(string target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "corpus", target);
        return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }
}
