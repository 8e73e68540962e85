using OutreachBot.Hosting;

namespace OutreachBot.Storage;

/// <summary>Where this deployment keeps what it keeps.</summary>
public sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="path">Relative to where the user stands.</param>
    public DataDirectory(string path)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
    }

    /// <summary>Absolute, without a separator at its end.</summary>
    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "outreach.db");

    /// <summary>Beside the data directory, so that a backup of the one has not the other.</summary>
    public string KeysPath => Path + ".keys";

    /// <summary>Makes it, readable by nobody else, if it isn't there.</summary>
    /// <exception cref="StartRefusedException">It can't be made.</exception>
    public void Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, OwnerOnly);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data directory {Path} can't be made ({e.Message}). Name another with --data DIR, or let this user write there.", e);
        }
    }
}
