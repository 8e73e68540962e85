namespace OutreachBot.Privacy;

/// <summary>Files and directories that nobody but their owner may touch. Windows keeps this by its own rules.</summary>
internal static class OwnerOnly
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
}

/// <param name="What">What is wrong, a sentence.</param>
/// <param name="Mend">A sentence.</param>
internal sealed record Complaint(string What, string Mend)
{
    public override string ToString() => $"{What} {Mend}";
}
