namespace OutreachBot.Settings;

/// <summary>Where everything is kept (<c>--data</c>), as a full path. It may not exist yet.</summary>
internal sealed record DataDirectory
{
    public DataDirectory(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string Path { get; }

    /// <summary>Beside it, for keys: whoever copies the data directory has not copied them.</summary>
    public string KeysPath => Path + ".keys";
}

/// <summary>Where the flows are (<c>--flows</c>), as a full path.</summary>
internal sealed record FlowsDirectory
{
    public FlowsDirectory(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string Path { get; }
}
