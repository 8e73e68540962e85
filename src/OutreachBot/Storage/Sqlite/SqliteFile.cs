namespace OutreachBot.Storage.Sqlite;

/// <summary>The database's file, and how connections to it are opened.</summary>
/// <param name="BusyTimeout">How long a connection waits for another's lock, each try.</param>
internal sealed record SqliteFile(string Path, TimeSpan BusyTimeout)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public SqliteFile(string path)
        : this(path, TimeSpan.FromSeconds(2))
    {
    }

    /// <summary>Opens it; a new one is readable by nobody else, and so are the log and the shared memory that take after it.</summary>
    public SqliteSession Open()
    {
        // Never opened here when it exists: closing any handle of a file drops the locks that SQLite holds on it in this process.
        if (!OperatingSystem.IsWindows() && !File.Exists(Path))
        {
            using var made = new FileStream(
                Path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        }
        return SqliteSession.Open(Path, BusyTimeout);
    }
}
