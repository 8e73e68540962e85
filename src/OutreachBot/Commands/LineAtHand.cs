using F23.StringSimilarity;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Storage;

namespace OutreachBot.Commands;

/// <summary>Whether there is a line in the data directory. A slip in <c>--data</c> must not make one, nor read as "nobody wrote".</summary>
internal static class LineAtHand
{
    /// <summary>Slips of the finger in a directory's name.</summary>
    private const int MostSlips = 2;

    /// <summary>Whether a command may open what is there. A directory that somebody made for a line, still empty, is one that she means.</summary>
    public static bool IsThere(this DataDirectory data) => Directory.Exists(data.Path);

    public static bool HasLine(this DataDirectory data) => File.Exists(data.DatabaseFile());

    public static StartRefusedException NoLineIn(DataDirectory data) =>
        new($"There is no line in {data.Path}, and nothing was made. {(Likely(data) is { } meant ? $"Did you mean {meant}?" : "Name its directory with --data DIR.")}");

    public static string NewLineIn(DataDirectory data) => $"A new line begins in {data.Path}; its keys are kept in {data.KeysPath}.";

    private static string? Likely(DataDirectory data)
    {
        var distance = new OptimalStringAlignment();
        var name = Path.GetFileName(data.Path);
        return Beside(data)
            .Where(d => new DataDirectory(d).HasLine())
            .Select(d => (Path: d, Slips: distance.Distance(Path.GetFileName(d), name)))
            .Where(d => d.Slips <= MostSlips)
            .OrderBy(d => d.Slips).ThenBy(d => d.Path, StringComparer.Ordinal)
            .Select(d => d.Path).FirstOrDefault();
    }

    private static IReadOnlyList<string> Beside(DataDirectory data)
    {
        try
        {
            return Path.GetDirectoryName(data.Path) is { } parent && Directory.Exists(parent) ? Directory.GetDirectories(parent) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
