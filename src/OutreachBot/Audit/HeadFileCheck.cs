using OutreachBot.Doctor;

namespace OutreachBot.Audit;

/// <summary>The audit's head goes outside, and the last is not older than two days.</summary>
internal sealed class HeadFileCheck(HeadFile file, TimeProvider time) : IDoctorCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    public string Name => "audit head";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (file.Path is not { } path)
        {
            return Found(Finding.Note(
                "The audit's head goes nowhere by itself: lines cut off its end would not be noticed.",
                "Set Audit__HeadFile, or note what 'audit verify' prints, and keep it elsewhere."));
        }
        if (!File.Exists(path))
        {
            return Found(Finding.Fault("There is no file yet where Audit__HeadFile says.", "Start the server; see that it may write there."));
        }
        return new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero) < time.GetUtcNow() - Longest
            ? Found(Finding.Fault("No head was added to Audit__HeadFile for two days.", "See that the server runs and may write there."))
            : Found();
    }

    private static Task<IReadOnlyList<Finding>> Found(params IReadOnlyList<Finding> findings) => Task.FromResult(findings);
}
