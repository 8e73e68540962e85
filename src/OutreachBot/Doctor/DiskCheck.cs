using OutreachBot.Settings;

namespace OutreachBot.Doctor;

/// <summary>Room for what comes in: a full disk turns messages away.</summary>
internal sealed class DiskCheck(DataDirectory data) : IDoctorCheck
{
    private const long MebiByte = 1024 * 1024;
    private const long TooLittle = 256 * MebiByte;
    private const long Little = 2048 * MebiByte;

    public string Name => "disk space";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Judge(new DriveInfo(data.Path).AvailableFreeSpace));

    /// <param name="free">Bytes.</param>
    internal static IReadOnlyList<Finding> Judge(long free) => free switch
    {
        < TooLittle => [Finding.Fault($"Only {free / MebiByte} MiB are free where the data is; below {TooLittle / MebiByte} a burst of messages may find none.", "Free some space, or move the data directory.")],
        < Little => [Finding.Note($"{free / MebiByte} MiB are free where the data is.", "Free some space before it runs out.")],
        _ => [],
    };
}
