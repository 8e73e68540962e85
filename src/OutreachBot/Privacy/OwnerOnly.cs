using System.Runtime.InteropServices;

namespace OutreachBot.Privacy;

/// <summary>Files and directories that nobody but their owner may touch. Windows keeps this by its own rules.</summary>
internal static partial class OwnerOnly
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryMode700 = FileMode600 | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, DirectoryMode700);
        }
    }

    /// <summary>A new file, from its first moment on; it must not be there yet.</summary>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode600;
        }
        return new FileStream(path, options);
    }

    /// <summary>Gives a finished draft its name, in one step, unless that name is taken; the draft is gone either way.</summary>
    /// <remarks>
    /// On Unix <c>File.Move</c> looks first and renames then, and renaming replaces: of several that start at once each could
    /// go on with a key of its own, and what one locked no other could open. link(2) refuses a name that is taken (POSIX).
    /// </remarks>
    /// <exception cref="IOException">The file system can do neither.</exception>
    public static void Publish(string draft, string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                File.Move(draft, path, overwrite: false);
            }
            else if (Link(draft, path) != 0)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker: its file is the one.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>What is wrong with who may touch it, and the mend; null when nothing is.</summary>
    public static Complaint? Complaint(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == UnixFileMode.None)
        {
            return null;
        }
        var mode = Directory.Exists(path) ? "700" : "600";
        return new Complaint($"{path} can be touched by other users of this machine.", $"Run: chmod {mode} '{path}'");
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Link(string existing, string name);
}

/// <param name="What">What is wrong, a sentence.</param>
/// <param name="Mend">A sentence.</param>
internal sealed record Complaint(string What, string Mend)
{
    public override string ToString() => $"{What} {Mend}";
}
