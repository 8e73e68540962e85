using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Privacy;

/// <summary>Where the server key comes from: a systemd credential, then the environment, then a file beside the data directory.</summary>
/// <param name="credentials">What systemd calls <c>CREDENTIALS_DIRECTORY</c>; null where there is none.</param>
internal sealed class ServerKeySource(KeysOptions options, DataDirectory data, string? credentials)
{
    /// <summary>The name of the systemd credential, and of the file.</summary>
    public const string Name = "server.key";

    /// <summary>Whether the key is a file that this program may make.</summary>
    public bool IsFile => CredentialFile is null && options.ServerKey is null;

    /// <summary>The key file, absolute; it counts when nothing comes before it.</summary>
    public string KeyFile => options.ServerKeyFile is { } named ? Path.GetFullPath(named) : Path.Combine(data.KeysPath, Name);

    private string? CredentialFile =>
        credentials is not null && Path.Combine(credentials, Name) is var file && File.Exists(file) ? file : null;

    /// <returns>Null when there is no key yet.</returns>
    /// <exception cref="StartRefusedException">There is one, and it can't be used.</exception>
    public ServerKey? Find()
    {
        if (CredentialFile is { } credential)
        {
            return ServerKey.TryFrom(File.ReadAllBytes(credential)) ?? throw NotAKey($"The systemd credential {Name}");
        }
        if (options.ServerKey is { } text)
        {
            return ServerKey.TryFrom(text) ?? throw NotAKey("Keys__ServerKey");
        }
        return File.Exists(KeyFile) ? ReadFile() : null;
    }

    /// <summary>Draws a key and keeps it in the file; the one there is, if another process was quicker.</summary>
    /// <exception cref="StartRefusedException">The file can't be written.</exception>
    public ServerKey Create()
    {
        var directory = Path.GetDirectoryName(KeyFile)!;
        var draft = Path.Combine(directory, Path.GetRandomFileName());
        try
        {
            OwnerOnly.CreateDirectory(directory);
            using (var file = OwnerOnly.CreateFile(draft))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(ServerKey.Draw().Export() + "\n"));
                file.Flush(flushToDisk: true);
            }
            OwnerOnly.Publish(draft, KeyFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The server key can't be written to {KeyFile} ({e.Message}). Let this user write there, or name another file with Keys__ServerKeyFile.");
        }
        return ReadFile();
    }

    private ServerKey ReadFile()
    {
        if (OwnerOnly.Complaint(KeyFile) is { } complaint)
        {
            throw new StartRefusedException(complaint.ToString());
        }
        try
        {
            return ServerKey.TryFrom(File.ReadAllBytes(KeyFile)) ?? throw NotAKey(KeyFile);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The server key {KeyFile} can't be read. Make this user its owner.");
        }
    }

    private static StartRefusedException NotAKey(string where) => new(
        $"{where} is not a server key: it has to be 32 bytes, raw or in base64. Put back the one this installation was made with; a new one is made by 'openssl rand -base64 32'.");
}
