using OutreachBot.Settings;
using OutreachBot.Storage;
using OutreachBot.Transactions;

namespace OutreachBot.Doctor;

/// <summary>A wrong clock escalates at the wrong hour, and destroys keys too early or too late.</summary>
internal sealed class ClockCheck(DataDirectory data, TimeProvider time, Judgement judgement) : IDoctorCheck
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    public string Name => "clock";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var lead = time is SimulatedClock clock ? clock.Lead : TimeSpan.Zero;
        var written = new[] { data.DatabaseFile(), data.DatabaseFile() + "-wal" }
            .Where(File.Exists).Max(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero));
        return Judge(time.GetUtcNow() - lead, written, lead, await judgement.IsDemoAsync(cancellationToken));
    }

    /// <param name="written">When the database was written last, by the file system.</param>
    internal static IReadOnlyList<Finding> Judge(DateTimeOffset system, DateTimeOffset written, TimeSpan lead, bool isDemo)
    {
        var findings = new List<Finding>();
        if (written > system + Slack)
        {
            findings.Add(Finding.Fault("The clock of this machine is behind: the database was written later than now.", "Set the clock, and have it kept by NTP (timedatectl set-ntp true)."));
        }
        if (lead > TimeSpan.Zero)
        {
            findings.Add(Finding.FaultUnless(isDemo, $"The line's time was moved {lead.TotalHours:F1} hours ahead in the simulator.", "Leaving the demo (serve --no-demo) takes it back."));
        }
        return findings;
    }
}
