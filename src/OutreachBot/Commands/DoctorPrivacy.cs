using OutreachBot.Doctor.Theft;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Starting;
using OutreachBot.Storage;
using OutreachBot.Storage.Sqlite;

namespace OutreachBot.Commands;

/// <summary><c>doctor --privacy</c>: two verdicts, and exit code 1 when a story can be read at all, or a number without the key.</summary>
internal static class DoctorPrivacy
{
    public static async Task<int> RunAsync(CommandRun run, IReadOnlyList<string> logs)
    {
        if (!File.Exists(run.Data.DatabaseFile()))
        {
            throw new StartRefusedException($"{run.Data.Path} holds no database, so there is nothing to steal. Name the installation's directory with --data DIR.");
        }
        // Nothing is opened by the rooms: this process reads the files by hand.
        await using var host = OpenHost.Unopened(run.Data, run.Flows);
        var source = host.Services.GetRequiredService<ServerKeySource>();
        using var key = source.Find();
        var haul = new Thief(new Loot(run.Data, logs), new StolenStore(run.Data), key).Steal();

        await run.SayAsync(haul.LiesOpen
            ? "Key apart (the files, not the server key): STORIES OR NUMBERS CAN BE READ, see below."
            : "Key apart (the files, not the server key): no story and no number can be read.");
        await run.SayAsync($"  lies open: {Listed(haul.Clear)}");
        await run.SayAsync(Beside(haul, key is not null));
        await run.SayAsync($"  opens: {Listed(haul.Opened)}");
        await run.SayAsync(source.IsFile
            ? "Here the key is a file on this machine: whoever takes the whole disk has it beside. A systemd credential or Keys__ServerKey keeps it apart."
            : "Here the key does not come from a file of ours: a copy of the data directory is the first case.");
        foreach (var finding in haul.Findings)
        {
            await run.SayAsync($"{(finding.IsFault ? "fault " : "note  ")} {finding.What} {finding.Mend}");
        }
        var faults = haul.Findings.Count(f => f.IsFault);
        await run.SayAsync(faults == 0 ? "Nothing has to be mended." : $"{faults} to mend.");
        return faults == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Beside(Haul haul, bool hasKey) => (hasKey, haul.LiesOpen || haul.OpensWithKey) switch
    {
        (false, _) => "Key beside (the server key too): not tried, for there is no server key to be had here.",
        (true, true) => "Key beside (the server key too): STORIES CAN BE READ, see below.",
        (true, false) => "Key beside (the server key too): no sealed story can be read.",
    };

    private static string Listed(IReadOnlyDictionary<string, long> counts) =>
        counts.Count == 0 ? "nothing" : string.Join("; ", counts.Select(c => $"{c.Value} {c.Key}"));
}
