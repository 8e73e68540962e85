using OutreachBot.Demo;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Shows a demo's provisional passphrase at the terminal, once. Not through the log: logs are kept and sent on.</summary>
internal sealed class DemoPassphraseNotice(ProvisionalPassphrase provisional, LineMode mode) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Behind the start: Argon2id would hold up the first reply.
        await Task.Yield();
        if (!mode.IsDemo || await provisional.GiveOnceAsync(stoppingToken) is not { } passphrase)
        {
            return;
        }
        await Console.Error.WriteLineAsync(
            $"""
            Demo: tips are opened with this passphrase, which is shown this once: {passphrase.Reveal()}
            Make keys of your own with: keys new
            """.AsMemory(),
            stoppingToken);
    }
}
