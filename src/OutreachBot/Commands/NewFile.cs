using OutreachBot.Privacy;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary>A file that a command writes what is private into: new, for its owner's eyes alone, and gone if it can't be written whole.</summary>
internal static class NewFile
{
    /// <exception cref="StartRefusedException">It is there already, or can't be made.</exception>
    public static FileStream Create(string path)
    {
        if (Path.Exists(path))
        {
            throw Taken(path);
        }
        try
        {
            return OwnerOnly.CreateFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} can't be written ({e.Message}). Nothing was written.");
        }
    }

    public static void RefuseIfTaken(string path)
    {
        if (Path.Exists(path))
        {
            throw Taken(path);
        }
    }

    /// <summary>Writes all of it, or leaves no file.</summary>
    /// <exception cref="StartRefusedException">It couldn't.</exception>
    public static async Task WriteAsync(FileStream file, string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            File.Delete(path);
            throw new StartRefusedException($"{path} can't be written ({e.Message}). It was deleted; the audit tells of the attempt.");
        }
    }

    private static StartRefusedException Taken(string path) =>
        new($"{path} is there already, and is not written over. Name another file.");
}
