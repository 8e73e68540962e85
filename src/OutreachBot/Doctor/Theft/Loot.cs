using OutreachBot.Settings;

namespace OutreachBot.Doctor.Theft;

/// <summary>The files that a thief would carry off: the data directory, and logs beside it or where they are said to be.</summary>
/// <remarks>Opened by hand, so never in a process that has the database open: closing a file drops SQLite's locks on it.</remarks>
internal sealed class Loot(DataDirectory data, IReadOnlyList<string> logs)
{
    private const int Margin = 512;
    private const int Window = 1 << 20;

    /// <summary>What is done with a stretch of a file.</summary>
    /// <param name="bytes">The stretch, with some bytes before and behind it.</param>
    /// <param name="own">The stretch itself: what begins there is told of once.</param>
    public delegate void Look(ReadOnlySpan<byte> bytes, Range own);

    public IReadOnlyList<string> InDirectory { get; } = [.. Directory.EnumerateFiles(data.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Those named, all files below a directory that is named, and what is called a log beside the data directory.</summary>
    public IReadOnlyList<string> Logs { get; } =
    [
        .. logs.SelectMany(FilesOf).Concat(Beside(data)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <exception cref="IOException">The file can't be read.</exception>
    public static void Walk(string file, Look look)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[Margin + Window + Margin];
        var (before, held) = (0, 0);
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(held), buffer.Length - held, throwOnEndOfStream: false);
            held += read;
            var isLast = held < buffer.Length;
            var end = isLast ? held : held - Margin;
            look(buffer.AsSpan(0, held), before..end);
            if (isLast)
            {
                return;
            }
            var keep = end - Margin;
            buffer.AsSpan(keep, held - keep).CopyTo(buffer);
            (before, held) = (Margin, held - keep);
        }
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path];

    private static IEnumerable<string> Beside(DataDirectory data)
    {
        var parent = Path.GetDirectoryName(data.Path);
        return parent is null
            ? []
            : Directory.EnumerateFiles(parent).Where(file => Path.GetFileName(file) is var name
                && (name.EndsWith(".log", StringComparison.OrdinalIgnoreCase) || name.Contains(".log.", StringComparison.OrdinalIgnoreCase)));
    }
}
