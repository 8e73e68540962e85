using System.CommandLine;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary><c>users add (--responder R | --auditor) --sheet FILE</c>, <c>users remove (--responder R | --key ID | --auditor ID)</c>, <c>users list</c></summary>
internal static class UsersCommands
{
    public static Command Create(CommandFrame frame) => new("users", "Who can open tips, and who reads the audit.")
    {
        Add(frame),
        Remove(frame),
        frame.Leaf("list", "One JSON line a key: whose, what for, since when, and whether the recovery key vouches for it.", ListAsync),
    };

    private static Command Add(CommandFrame frame)
    {
        var responder = new Option<string?>("--responder") { Description = "The coordinator whose key it is (r_…).", HelpName = "R" };
        var auditor = new Option<bool>("--auditor") { Description = "Somebody who reads the audit and opens nothing." };
        var sheet = new Option<string>("--sheet") { Description = "The recovery sheet: it vouches for the key.", HelpName = "FILE", Required = true };
        var passphraseFile = PassphraseInput.Option();
        var command = frame.Leaf(
            "add",
            "Gives a coordinator a key of her own, which opens nothing that was sealed before; or an auditor one, which opens nothing.",
            run => run.Parsed.GetValue(responder) is { } whose
                ? AddAsync(run, whose, run.Parsed.GetRequiredValue(sheet), run.Parsed.GetValue(passphraseFile))
                : AddAuditorAsync(run, run.Parsed.GetRequiredValue(sheet), run.Parsed.GetValue(passphraseFile)),
            responder, auditor, sheet, passphraseFile);
        command.Validators.Add(result =>
        {
            if (result.GetValue(auditor) == result.GetValue(responder) is not null)
            {
                result.AddError("Write --responder R for a coordinator, or --auditor.");
            }
        });
        return command;
    }

    private static Command Remove(CommandFrame frame)
    {
        var responder = new Option<string?>("--responder") { Description = "The coordinator who leaves (r_…).", HelpName = "R" };
        var key = new Option<string?>("--key") { Description = "A coordinator's key that is nobody's, as 'users list' shows it.", HelpName = "ID" };
        var auditor = new Option<string?>("--auditor") { Description = "The auditor's key, as 'users list' shows it.", HelpName = "ID" };
        var passphraseFile = PassphraseInput.Option();
        var command = frame.Leaf(
            "remove",
            "Destroys somebody's key. Another coordinator signs in, and what she can open is sealed anew without the one who leaves.",
            run => run.Parsed.GetValue(auditor) is { } id
                ? RemoveAuditorAsync(run, id)
                : RemoveAsync(run, run.Parsed.GetValue(responder), run.Parsed.GetValue(key), run.Parsed.GetValue(passphraseFile)),
            responder, key, auditor, passphraseFile);
        command.Validators.Add(result =>
        {
            if (new[] { responder, key, auditor }.Count(o => result.GetValue(o) is not null) != 1)
            {
                result.AddError("Write one of: --responder R for a coordinator, --key ID for a key that is nobody's, --auditor ID.");
            }
        });
        return command;
    }

    private static async Task<int> AddAsync(CommandRun run, string text, string sheet, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        var input = new KeyInput(run, host.Services);
        var responder = await input.CoordinatorAsync(text);
        using var recovery = await input.SheetAsync(sheet);
        var (passphrase, _) = await input.NewPassphraseAsync(passphraseFile, PassphraseInput.FileOption);
        var key = NewKeys.OfCoordinator(passphrase, PassphraseCost.Normal, responder, recovery, NowOf(host.Services));
        if (!await host.Services.GetRequiredService<KeyCeremony>().AddAsync(key, run.Cancellation))
        {
            throw new StartRefusedException("She has a key already, and nothing was changed. If her passphrase is lost: keys recover.");
        }
        await run.SayAsync("She has a key. What comes in from now on is sealed to her too; older tips reach her by referral.");
        return ExitCode.Done;
    }

    private static async Task<int> AddAuditorAsync(CommandRun run, string sheet, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        var input = new KeyInput(run, host.Services);
        using var recovery = await input.SheetAsync(sheet);
        var (passphrase, _) = await input.NewPassphraseAsync(passphraseFile, PassphraseInput.FileOption);
        var key = NewKeys.OfAuditor(passphrase, PassphraseCost.Normal, recovery, NowOf(host.Services));
        await host.Services.GetRequiredService<KeyChange>().AddAuditorAsync(key, run.Cancellation);
        await JsonLines.WriteAsync(run, new { Id = key.Id.ToString(), Kind = "auditor" });
        await run.SayAsync("The auditor reads who opened what, and why, with: audit list. The key opens nothing.");
        return ExitCode.Done;
    }

    private static async Task<int> RemoveAsync(CommandRun run, string? responder, string? key, string? passphraseFile)
    {
        await using var host = await run.OpenHostAsync();
        if (!ResponderId.TryParse(responder, out var leaving) && responder is not null)
        {
            throw new StartRefusedException("--responder is no responder's id. See 'users list' for whose keys there are.");
        }
        if (!RandomId.TryParse(key, out var keyId) && key is not null)
        {
            throw new StartRefusedException("--key is no key's id. See 'users list'.");
        }
        var change = host.Services.GetRequiredService<KeyChange>();
        using var keys = await new KeyInput(run, host.Services).UnlockAsync(passphraseFile, "Your passphrase, not hers: ");
        if (await (key is null ? change.RemoveAsync(leaving, keys, run.Cancellation) : change.RemoveAsync(keyId, keys, run.Cancellation)) is { } refusal)
        {
            throw new StartRefusedException($"{refusal} Nothing was changed.");
        }
        await KeyInput.TellAsync(run, await change.ResealAsync(keys.Actor, file => keys.Open(file), run.Cancellation));
        await run.SayAsync($"{(key is null ? "Her" : "That")} key is destroyed, and what you can open is sealed anew without it. Copies made before, backups too, are still opened by a copy of it: delete them where you can.");
        return ExitCode.Done;
    }

    private static async Task<int> RemoveAuditorAsync(CommandRun run, string text)
    {
        await using var host = await run.OpenHostAsync();
        if (!RandomId.TryParse(text, out var id) || !await host.Services.GetRequiredService<KeyChange>().RemoveAuditorAsync(id, run.Cancellation))
        {
            throw new StartRefusedException("--auditor: no auditor's key has that id. See 'users list'.");
        }
        await run.SayAsync("That key reads nothing any more.");
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var ring = await new KeyInput(run, host.Services).RingAsync();
        foreach (var key in ring.All)
        {
            await JsonLines.WriteAsync(run, new
            {
                Id = key.Id.ToString(),
                Kind = key.Kind.ToString().ToLowerInvariant(),
                Responder = key.Responder?.ToString(),
                key.PublicKey,
                Made = key.Made.UtcDateTime.ToString("yyyy-MM-dd"),
                InUse = key.Kind switch
                {
                    RecipientKind.Coordinator => ring.IsCoordinatorInUse(key),
                    RecipientKind.Auditor => ring.IsAuditor(key),
                    RecipientKind.Recovery => !ring.IsSwapped,
                    RecipientKind.Provisional => ring.Recovery is null,
                    _ => false,
                },
                Fingerprint = key.Kind is RecipientKind.Recovery ? Vouching.Fingerprint(key) : null,
            });
        }
        return ExitCode.Done;
    }

    private static DateTimeOffset NowOf(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
