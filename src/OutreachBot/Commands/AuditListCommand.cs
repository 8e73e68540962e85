using System.CommandLine;
using OutreachBot.Audit;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary><c>audit list [--after N] [--passphrase-file F]</c></summary>
/// <remarks>
/// For auditors alone. A coordinator would read here of tips that she is kept away from; that they are there, and why somebody
/// opened them, is no matter of hers.
/// </remarks>
internal static class AuditListCommand
{
    public static Command Create(CommandFrame frame)
    {
        var after = new Option<long>("--after") { Description = "Only lines after this number.", HelpName = "N" };
        var passphraseFile = PassphraseInput.Option();
        return frame.Leaf(
            "list",
            "With an auditor's passphrase: who did what, with which tip, and why. That it was read is written into the audit.",
            run => ListAsync(run, run.Parsed.GetValue(after), run.Parsed.GetValue(passphraseFile)),
            after, passphraseFile);
    }

    private static async Task<int> ListAsync(CommandRun run, long after, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        var input = new KeyInput(run, host.Services);
        using var keys = await input.UnlockAsync(passphraseFile);
        if (!keys.Rows.Any((await input.RingAsync()).IsAuditor))
        {
            throw new StartRefusedException("That is no auditor's passphrase. 'users add --auditor' gives somebody one who opens no tips.");
        }
        await host.Services.GetRequiredService<AuditReading>().ReadAsync(
            keys.Actor,
            after,
            (line, reason) => JsonLines.WriteAsync(run, new
            {
                line.Number,
                Hour = DateTimeOffset.FromUnixTimeSeconds(line.Hour * 3600).UtcDateTime.ToString("yyyy-MM-dd'T'HH':00:00Z'"),
                Who = line.Actor,
                line.What,
                Tip = line.Tip?.ToString(),
                Reason = reason,
            }),
            run.Cancellation);
        return ExitCode.Done;
    }
}
