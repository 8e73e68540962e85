using System.CommandLine;
using OutreachBot.Doctor;

namespace OutreachBot.Commands;

/// <summary><c>doctor</c></summary>
internal static class DoctorCommand
{
    public static Command Create(CommandFrame frame) => frame.Leaf("doctor", "Looks the installation over and says what to mend.", RunAsync);

    private static async Task<int> RunAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var faults = 0;
        foreach (var check in host.Services.GetServices<IDoctorCheck>())
        {
            var findings = await check.LookAsync(run.Cancellation);
            if (findings.Count == 0)
            {
                await run.SayAsync($"ok     {check.Name}");
            }
            foreach (var finding in findings)
            {
                await run.SayAsync($"{(finding.IsFault ? "fault " : "note  ")} {check.Name}: {finding.What} {finding.Mend}");
            }
            faults += findings.Count(f => f.IsFault);
        }
        await run.SayAsync(faults == 0 ? "Nothing has to be mended." : $"{faults} to mend.");
        return faults == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
