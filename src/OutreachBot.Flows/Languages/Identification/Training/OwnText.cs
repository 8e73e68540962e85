using System.Reflection;

namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Text written for this project, beside that of the training file: Spanish as people text it, and what is none of the line's languages.</summary>
internal sealed record OwnText(
    IReadOnlyList<string> Spanish,
    IReadOnlyList<string> English,
    IReadOnlyList<string> Portuguese,
    IReadOnlyList<string> GivenNames,
    IReadOnlyList<string> FamilyNames)
{
    public static OwnText Read()
    {
        var spanish = Lines("spanish");
        var known = spanish.Select(SpellingViews.BareOf).ToHashSet(StringComparer.Ordinal);
        var names = Lines("names");
        return new OwnText(
            spanish,
            [.. Lines("english").Where(l => !known.Contains(SpellingViews.BareOf(l)))],
            [.. Lines("portuguese").Where(l => !known.Contains(SpellingViews.BareOf(l)))],
            NamesOf(names, "given:"),
            NamesOf(names, "family:"));
    }

    private static List<string> NamesOf(IReadOnlyList<string> lines, string kind) =>
        [.. lines.Where(l => l.StartsWith(kind, StringComparison.Ordinal)).SelectMany(l => l[kind.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static List<string> Lines(string name)
    {
        var resource = $"OutreachBot.Flows.Languages.Identification.Training.Text.{name}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
