using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Storage;

/// <summary>What lies in the data directory, and how it is made.</summary>
internal static class DataDirectoryFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string DatabaseFile(this DataDirectory directory) => Path.Combine(directory.Path, "outreach.db");

    /// <summary>Makes it, readable by nobody else, if it isn't there.</summary>
    /// <exception cref="StartRefusedException">It can't be made.</exception>
    public static void Create(this DataDirectory directory)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory.Path);
            }
            else
            {
                Directory.CreateDirectory(directory.Path, OwnerOnly);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data directory {directory.Path} can't be made ({e.Message}). Name another with --data DIR, or let this user write there.");
        }
    }
}
