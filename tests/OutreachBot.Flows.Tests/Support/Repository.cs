using System.Runtime.CompilerServices;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>The project's own files.</summary>
internal static class Repository
{
    private static readonly Lazy<Keywords> Read = new(() =>
    {
        var (keywords, faults) = KeywordsFile.Read(File.ReadAllText(Path.Combine(Flows, "shared", "keywords.yaml")), "flows/shared/keywords.yaml");
        Assert.Empty(faults);
        return keywords;
    });

    public static string Root { get; } = FindRoot();

    public static string Flows => Path.Combine(Root, "flows");

    /// <summary>The keywords that ship.</summary>
    public static Keywords Keywords => Read.Value;

    private static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here) })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "OutreachBot.sln")))
                {
                    return folder;
                }
            }
        }
        throw new InvalidOperationException("the tests run inside the project's folder");
    }
}
