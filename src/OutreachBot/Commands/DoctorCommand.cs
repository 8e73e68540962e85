using System.CommandLine;
using OutreachBot.Doctor;

namespace OutreachBot.Commands;

/// <summary><c>doctor [--privacy [--logs PATH]…]</c></summary>
internal static class DoctorCommand
{
    public static Command Create(CommandFrame frame)
    {
        var privacy = new Option<bool>("--privacy") { Description = "Plays the thief instead: what can be read of this installation's files, with and without the server key." };
        var logs = new Option<string[]>("--logs") { Description = "With --privacy: a log, or a directory of logs, to be looked at too.", HelpName = "PATH" };
        return frame.Leaf(
            "doctor",
            "Looks the installation over and says what to mend.",
            run => run.Parsed.GetValue(privacy) ? DoctorPrivacy.RunAsync(run, run.Parsed.GetValue(logs) ?? []) : RunAsync(run),
            privacy, logs);
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        await run.SayAsync(await host.Services.GetRequiredService<Judgement>().InWordsAsync(run.Cancellation));
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
