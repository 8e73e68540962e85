using System.Security.Cryptography;
using System.Text;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Starting;

/// <summary>A file that a setting names outside of the data directory, looked at when a server starts.</summary>
internal sealed class OutsideFile(DataDirectory data, ITransactions transactions, IStoreSettings settings)
{
    /// <param name="setting">As it stands in the environment.</param>
    /// <param name="whyNotInside">What happens to a file in the data directory.</param>
    /// <exception cref="StartRefusedException">It is no place for it.</exception>
    public void RefuseMisplaced(string setting, string path, string whyNotInside)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if ($"{directory}/".StartsWith($"{data.Path}/", StringComparison.Ordinal))
        {
            throw new StartRefusedException($"{setting}: it is in the data directory, {whyNotInside}. Name a file elsewhere, best on another machine.");
        }
        if (!Directory.Exists(directory))
        {
            throw new StartRefusedException($"{setting}: there is no directory {directory}. Make it, or name another file.");
        }
    }

    /// <summary>Writes there for the first time, or once more.</summary>
    /// <remarks>A setting that never worked is refused, while whoever made it is looking. One that did is no reason to leave people without a line when the other machine is away.</remarks>
    /// <returns>What kind of failure it was, where it worked once; null: it was written.</returns>
    /// <exception cref="StartRefusedException">It can't be written, and never was.</exception>
    public async Task<string?> WriteAsync(string setting, string path, Action write, CancellationToken cancellationToken)
    {
        var (name, known) = ($"wrote_{setting}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16]);
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await transactions.RunAsync(unit => settings.Get(unit, name), cancellationToken) == known
                ? e.GetType().Name
                : throw new StartRefusedException(
                    $"{setting}: {path} can't be written ({e.Message}). Let the server's user write in its directory; as a service, name that in ReadWritePaths= too (docs/operate.md).");
        }
        await transactions.RunAsync(unit => settings.Set(unit, name, known), cancellationToken);
        return null;
    }
}
