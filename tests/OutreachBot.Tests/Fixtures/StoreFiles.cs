using System.Diagnostics;
using OutreachBot.Settings;

namespace OutreachBot.Tests.Fixtures;

/// <summary>The files of a data directory as a thief would find them at this moment.</summary>
internal static class StoreFiles
{
    /// <summary>All files by name, copied by another process: closing an open database's file in this one would drop its locks.</summary>
    public static IReadOnlyDictionary<string, byte[]> Seize(DataDirectory directory)
    {
        var loot = Path.Combine(Path.GetTempPath(), "outreach-tests", Path.GetRandomFileName());
        try
        {
            using (var copy = Process.Start("cp", ["-R", directory.Path, loot]))
            {
                copy.WaitForExit();
                Assert.Equal(0, copy.ExitCode);
            }
            return Directory.EnumerateFiles(loot, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(loot, file), File.ReadAllBytes);
        }
        finally
        {
            Directory.Delete(loot, recursive: true);
        }
    }

    public static bool Contain(DataDirectory directory, byte[] bytes) =>
        Seize(directory).Values.Any(file => file.AsSpan().IndexOf(bytes) >= 0);

    /// <summary>Where a word stands, in any of its <see cref="Spellings"/>.</summary>
    public static IReadOnlyList<string> Holding(IReadOnlyDictionary<string, byte[]> files, string word)
    {
        var spellings = Spellings.Of(word);
        return [.. files.Where(f => spellings.Any(s => f.Value.AsSpan().IndexOf(s) >= 0)).Select(f => f.Key)];
    }
}
