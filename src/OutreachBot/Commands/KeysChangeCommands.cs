using System.CommandLine;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary><c>keys rotate</c> and <c>keys recover --sheet FILE --responder R</c></summary>
internal static class KeysChangeCommands
{
    private const string NewFile = "--new-passphrase-file";

    public static Command Rotate(CommandFrame frame)
    {
        var passphraseFile = PassphraseInput.Option();
        var newFile = new Option<string?>(NewFile) { Description = "As --passphrase-file, the new one.", HelpName = "F" };
        return frame.Leaf(
            "rotate",
            "Gives your key another passphrase. What it opens stays the same.",
            run => RotateAsync(run, run.Parsed.GetValue(passphraseFile), run.Parsed.GetValue(newFile)),
            passphraseFile, newFile);
    }

    public static Command Recover(CommandFrame frame)
    {
        var sheet = new Option<string>("--sheet") { Description = "The recovery sheet.", HelpName = "FILE", Required = true };
        var responder = new Option<string>("--responder") { Description = "The coordinator who gets a new key (r_…).", HelpName = "R", Required = true };
        var passphraseFile = PassphraseInput.Option();
        return frame.Leaf(
            "recover",
            "With the recovery sheet: makes a coordinator a new key in the place of one that is lost, and seals all that the sheet opens to it.",
            run => RecoverAsync(run, run.Parsed.GetRequiredValue(sheet), run.Parsed.GetRequiredValue(responder), run.Parsed.GetValue(passphraseFile)),
            sheet, responder, passphraseFile);
    }

    private static async Task<int> RotateAsync(CommandRun run, string? passphraseFile, string? newFile)
    {
        await using var host = await run.OpenHostAsync();
        var input = new KeyInput(run, host.Services);
        using var keys = await input.UnlockAsync(passphraseFile, "The passphrase of now: ");
        if (keys.Rows.Any(r => r.Kind is RecipientKind.Provisional))
        {
            throw new StartRefusedException("That is the demo's passphrase, and isn't changed. Make keys of your own with: keys new.");
        }
        if (keys.Rows.Count == 0 || keys.Rows.Any(r => r.Wrapped is null))
        {
            throw new StartRefusedException("A recovery sheet has no passphrase to change. Nothing was changed.");
        }
        var (passphrase, _) = await input.NewPassphraseAsync(newFile, NewFile);
        if (!await host.Services.GetRequiredService<KeyChange>().RewrapAsync(keys, passphrase, PassphraseCost.Normal, run.Cancellation))
        {
            throw new StartRefusedException("Somebody changed this key at this moment, and nothing was changed here. Start again.");
        }
        await run.SayAsync("From now on your key opens with the new passphrase alone. In backups made before it still opens with the former one.");
        return ExitCode.Done;
    }

    private static async Task<int> RecoverAsync(CommandRun run, string sheet, string text, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        var input = new KeyInput(run, host.Services);
        var responder = await input.CoordinatorAsync(text);
        using var recovery = await input.SheetAsync(sheet);
        var ring = await input.RingAsync();
        var (passphrase, isCutOff) = await input.NewPassphraseAsync(
            passphraseFile, PassphraseInput.FileOption, key => key.Responder == responder && ring.IsCoordinatorInUse(key));
        var change = host.Services.GetRequiredService<KeyChange>();
        if (!isCutOff)
        {
            // Hers is all that the sheet opens: the key counts as old as the sheet.
            var key = NewKeys.OfCoordinator(passphrase, PassphraseCost.Normal, responder, recovery, ring.Recovery!.Made);
            await change.RecoverAsync(key, run.Cancellation);
        }
        await KeyInput.TellAsync(run, await change.ResealAsync(
            ring.Recovery!.ToString(), file => AgeFile.Open(file, recovery), run.Cancellation));
        await run.SayAsync("She has a new key, and what the sheet opens is sealed to it, but for what she is kept away from. Lock the sheet away again.");
        return ExitCode.Done;
    }
}
