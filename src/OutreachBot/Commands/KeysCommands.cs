using System.CommandLine;
using Microsoft.Extensions.Options;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary><c>keys new [--passphrase-file F] [--out FILE] [--responder R] [--replace]</c>, and its siblings.</summary>
internal static class KeysCommands
{
    public static Command Create(CommandFrame frame)
    {
        var passphraseFile = PassphraseInput.Option();
        var sheetFile = new Option<string?>("--out") { Description = "Write the recovery sheet to a new file instead of stdout.", HelpName = "FILE" };
        var responder = new Option<string?>("--responder") { Description = "The coordinator whose key it is (r_…).", HelpName = "R" };
        var replace = new Option<bool>("--replace") { Description = "Also when there are keys already: those open older tips only." };
        return new Command("keys", "The keys that tips are sealed to.")
        {
            frame.Leaf(
                "new",
                "Makes the recovery key and yours, and takes the tips over from the provisional key.",
                run => NewAsync(run, new NewKeysRequest(
                    run.Parsed.GetValue(passphraseFile), run.Parsed.GetValue(sheetFile), run.Parsed.GetValue(responder), run.Parsed.GetValue(replace))),
                passphraseFile, sheetFile, responder, replace),
            KeysChangeCommands.Rotate(frame),
            KeysChangeCommands.Recover(frame),
        };
    }

    private static async Task<int> NewAsync(CommandRun run, NewKeysRequest request)
    {
        if (request.SheetFile is { } path && Path.Exists(path))
        {
            throw new StartRefusedException($"{path} is there already, and may be an older recovery sheet. Name another file with --out.");
        }
        await using var host = await (request.Responder is null ? run.OpenOrBeginAsync() : run.OpenHostAsync());
        var ceremony = host.Services.GetRequiredService<KeyCeremony>();
        if (await ceremony.FindRecoveryAsync(run.Cancellation) is { } present && !request.Replace)
        {
            return await FinishOrRefuseAsync(run, ceremony, present);
        }
        if (host.Services.GetRequiredService<IOptions<KeysOptions>>().Value.RecoveryFingerprint is not null)
        {
            throw new StartRefusedException(
                "Keys__RecoveryFingerprint is set, and new keys have another fingerprint. Run this without it, then set it to the new one and start the server again.");
        }
        var input = new KeyInput(run, host.Services);
        var responder = request.Responder is { } text ? await input.CoordinatorAsync(text) : await input.OnlyCoordinatorAsync();
        // It may be that of a former key: keys made anew may take the same.
        var passphrase = await input.NotEasyAsync(request.PassphraseFile, PassphraseInput.FileOption);
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var keys = NewKeys.Draw(passphrase, PassphraseCost.Normal, responder, now);

        // The sheet first: once the keys are kept, nothing else could bring it back.
        await WriteSheetAsync(run, keys.Sheet, request.SheetFile);
        if (!await ceremony.KeepAsync(keys, request.Replace, run.Cancellation))
        {
            throw new StartRefusedException("Somebody else made keys at this moment, and theirs count. Destroy the sheet above: it opens nothing.");
        }
        var resealing = await ceremony.RetireProvisionalAsync(run.Cancellation);
        await ExplainAsync(run, keys, resealing, request, responder);
        return ExitCode.Done;
    }

    private static async Task<int> FinishOrRefuseAsync(CommandRun run, KeyCeremony ceremony, Recipient present)
    {
        if (await ceremony.RetireProvisionalAsync(run.Cancellation) is { } resealing)
        {
            await run.SayAsync("An earlier 'keys new' was cut off; it is finished now.");
            await TellAsync(run, resealing);
            return ExitCode.Done;
        }
        throw new StartRefusedException(
            $"There are keys, made on {present.Made.UtcDateTime:yyyy-MM-dd}, and nothing was changed. New ones would not open the tips sealed to these: "
            + "keep their passphrase and their sheet, and say --replace if you want new ones nevertheless.");
    }

    private static async Task WriteSheetAsync(CommandRun run, RecoverySheet sheet, string? path)
    {
        if (path is null)
        {
            await run.Terminal.Out.WriteAsync(sheet.Reveal());
            await run.Terminal.Out.FlushAsync(run.Cancellation);
            return;
        }
        try
        {
            await using var file = OwnerOnly.CreateFile(path);
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(sheet.Reveal()), run.Cancellation);
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The recovery sheet can't be written to {path} ({e.Message}). Nothing was changed.");
        }
    }

    private static async Task ExplainAsync(CommandRun run, NewKeys keys, Resealing? resealing, NewKeysRequest request, ResponderId? owner)
    {
        await run.SayAsync(request.SheetFile is { } path
            ? $"Keys made. The recovery sheet is in {path}: print it, lock it away, delete the file."
            : "Keys made. The recovery sheet stands above, and is shown this once: print it and lock it away.");
        await run.SayAsync($"Set Keys__RecoveryFingerprint={keys.Sheet.Fingerprint} where the server's settings are, so that a swapped key is refused.");
        if (owner is { } only && request.Responder is null)
        {
            await run.SayAsync($"The key is {only}'s, the only coordinator on file.");
        }
        else if (owner is null)
        {
            await run.SayAsync("The key belongs to nobody on file: give each coordinator one of her own with 'users add', then take this one out with 'users remove --key'.");
        }
        await run.SayAsync("From now on tips are opened with your passphrase: tips open ID --reason R.");
        if (request.Replace)
        {
            await run.SayAsync("Warning: tips sealed before today are opened with the former passphrase or the former sheet only. Keep both.");
        }
        if (resealing is not null)
        {
            await TellAsync(run, resealing);
        }
    }

    private static async Task TellAsync(CommandRun run, Resealing resealing)
    {
        await run.SayAsync($"{resealing.Resealed} seals were taken over from the provisional key, and it was destroyed.");
        if (resealing.Damaged > 0)
        {
            await run.SayAsync($"Warning: {resealing.Damaged} seals are damaged and can be opened by nobody. A backup may have them whole.");
        }
    }

    /// <param name="Responder">An id, as typed.</param>
    private sealed record NewKeysRequest(string? PassphraseFile, string? SheetFile, string? Responder, bool Replace);
}
