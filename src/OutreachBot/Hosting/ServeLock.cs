using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Storage;

namespace OutreachBot.Hosting;

/// <summary>One server a data directory: two would send every alert twice, and each would undo what the other keeps in memory.</summary>
/// <remarks>The lock is the open file's: it ends with the process, however that ends. Commands don't take it; they may work beside a server.</remarks>
internal sealed class ServeLock : IDisposable
{
    private readonly FileStream _file;

    private ServeLock(FileStream file) => _file = file;

    /// <exception cref="StartRefusedException">Another server has it.</exception>
    public static ServeLock Take(DataDirectory data)
    {
        data.Create();
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            return new ServeLock(new FileStream(Path.Combine(data.Path, "serve.lock"), options));
        }
        catch (IOException)
        {
            throw new StartRefusedException($"Another OutreachBot serves {data.Path} already. End that one, or take another directory with --data DIR.");
        }
    }

    public void Dispose() => _file.Dispose();
}
