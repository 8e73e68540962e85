using System.CommandLine;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>users add --responder R --sheet FILE [--passphrase-file F]</c></summary>
internal static class UsersCommands
{
    public static Command Create(CommandFrame frame)
    {
        var responder = new Option<string>("--responder") { Description = "The coordinator whose key it is (r_…).", HelpName = "R", Required = true };
        var sheet = new Option<string>("--sheet") { Description = "The recovery sheet: it vouches for her key.", HelpName = "FILE", Required = true };
        var passphraseFile = PassphraseInput.Option();
        return new Command("users", "Who can open tips.")
        {
            frame.Leaf(
                "add",
                "Gives a coordinator a key of her own. It opens nothing that was sealed before.",
                run => AddAsync(run, run.Parsed.GetRequiredValue(responder), run.Parsed.GetRequiredValue(sheet), run.Parsed.GetValue(passphraseFile)),
                responder, sheet, passphraseFile),
        };
    }

    private static async Task<int> AddAsync(CommandRun run, string text, string sheet, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        var responder = await FindAsync(run, host.Services, text);
        using var recovery = await ReadSheetAsync(run, host.Services, sheet);
        var passphrase = await PassphraseInput.TakeAsync(run, passphraseFile, confirm: true);
        if (passphrase.Length < Passphrase.MinLength)
        {
            throw new StartRefusedException(
                $"The passphrase has fewer than {Passphrase.MinLength} characters: whoever takes the disk would guess it. Take five words that nobody would put together.");
        }
        if (await host.Services.GetRequiredService<KeyUnlocking>().UnlockAsync(passphrase, run.Cancellation) is { } present)
        {
            present.Dispose();
            throw new StartRefusedException("That passphrase opens a key already: whoever has it would be two people. She has to take one of her own.");
        }
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var key = NewKeys.OfCoordinator(passphrase, PassphraseCost.Normal, responder, recovery, now);
        if (!await host.Services.GetRequiredService<KeyCeremony>().AddAsync(key, run.Cancellation))
        {
            throw new StartRefusedException("She has a key already, and nothing was changed.");
        }
        await run.SayAsync("She has a key. What comes in from now on is sealed to her too; older tips reach her by referral.");
        return ExitCode.Done;
    }

    private static async Task<ResponderId> FindAsync(CommandRun run, IServiceProvider services, string text)
    {
        var responders = services.GetRequiredService<IResponders>();
        var found = ResponderId.TryParse(text, out var id)
            ? await services.GetRequiredService<ITransactions>().RunAsync(unit => responders.Find(unit, id), run.Cancellation)
            : null;
        return found is { Role: ResponderRole.Coordinator, Suspended: false }
            ? id
            : throw new StartRefusedException("--responder names no coordinator on file. See 'responders list' for their ids.");
    }

    private static async Task<AgeIdentity> ReadSheetAsync(CommandRun run, IServiceProvider services, string sheet)
    {
        var ring = await services.GetRequiredService<ITransactions>().RunAsync(services.GetRequiredService<Recipients>().Get, run.Cancellation);
        if (ring.Recovery is not { } recovery || ring.IsSwapped)
        {
            throw new StartRefusedException(ring.IsSwapped
                ? "The recovery key in the database isn't the one that Keys__RecoveryFingerprint names. Run 'doctor'."
                : "There are no keys yet. Run 'keys new' first.");
        }
        if (!AgeIdentity.TryParse((await PassphraseInput.TakeAsync(run, sheet, confirm: false)).Reveal(), out var identity))
        {
            throw new StartRefusedException($"{sheet} is no recovery sheet: no line of it begins with AGE-SECRET-KEY-1.");
        }
        if (identity.Recipient.Text != recovery.PublicKey)
        {
            identity.Dispose();
            throw new StartRefusedException($"{sheet} is the sheet of other keys than those in use. Take the one that 'keys new' wrote last.");
        }
        return identity;
    }
}
