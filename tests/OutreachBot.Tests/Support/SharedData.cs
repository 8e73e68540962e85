using System.Runtime.CompilerServices;

namespace OutreachBot.Tests.Support;

/// <summary>Data kept beside the project, not in it; tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file under <c>shared/</c>, beside the project's folder; skips the test when it isn't there.</summary>
    public static string PathOf(string relative, [CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here) })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                var found = Path.Combine(folder, "shared", relative);
                if (File.Exists(found))
                {
                    return found;
                }
            }
        }
        Assert.Skip($"needs ../shared/{relative}");
        return "";
    }
}
