using Microsoft.Extensions.Options;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>What commands that make or change keys ask for: a coordinator, the sheet, a new passphrase. Each refusal changes nothing.</summary>
internal sealed class KeyInput(CommandRun run, IServiceProvider services)
{
    private readonly ITransactions _transactions = services.GetRequiredService<ITransactions>();
    private readonly KeyUnlocking _unlocking = services.GetRequiredService<KeyUnlocking>();

    /// <exception cref="StartRefusedException">There is no such coordinator, or she is suspended.</exception>
    public async Task<ResponderId> CoordinatorAsync(string text)
    {
        var responders = services.GetRequiredService<IResponders>();
        var found = ResponderId.TryParse(text, out var id)
            ? await _transactions.RunAsync(unit => responders.Find(unit, id), run.Cancellation)
            : null;
        return found is { Role: ResponderRole.Coordinator, Suspended: false }
            ? id
            : throw new StartRefusedException("--responder names no coordinator on file. See 'responders list' for their ids.");
    }

    /// <summary>The one coordinator on file, samples apart; null where there is none, or more than one.</summary>
    public async Task<ResponderId?> OnlyCoordinatorAsync()
    {
        var people = await _transactions.RunAsync(services.GetRequiredService<IResponders>().All, run.Cancellation);
        var coordinators = people.Where(p => p is { IsSample: false, Role: ResponderRole.Coordinator, Suspended: false }).Take(2).ToList();
        return coordinators is [var only] ? only.Id : null;
    }

    /// <summary>The recovery key of the keys in use.</summary>
    /// <exception cref="StartRefusedException">That is no sheet, or the sheet of other keys.</exception>
    public async Task<AgeIdentity> SheetAsync(string sheet)
    {
        var ring = await RingAsync();
        if (ring.Recovery is not { } recovery || ring.IsSwapped)
        {
            throw new StartRefusedException(ring.IsSwapped
                ? "The recovery key in the database isn't the one that Keys__RecoveryFingerprint names. Run 'doctor'."
                : "There are no keys yet. Run 'keys new' first.");
        }
        if (!AgeIdentity.TryParse((await PassphraseInput.TakeAsync(run, sheet, confirm: false)).Reveal(), out var identity))
        {
            throw new StartRefusedException($"{sheet} is no recovery sheet, or it is damaged: no line of it is a whole AGE-SECRET-KEY-1….");
        }
        if (identity.Recipient.Text != recovery.PublicKey)
        {
            identity.Dispose();
            throw new StartRefusedException($"{sheet} is the sheet of other keys than those in use. Take the one that 'keys new' wrote last.");
        }
        return identity;
    }

    /// <summary>Unlocks what a passphrase, or a sheet, opens.</summary>
    /// <exception cref="StartRefusedException">It opens no key.</exception>
    public async Task<UnlockedKeys> UnlockAsync(string? file, string prompt = "Passphrase: ")
    {
        var passphrase = await PassphraseInput.TakeAsync(run, file, prompt);
        if (await _unlocking.UnlockAsync(passphrase, run.Cancellation) is { } keys)
        {
            return keys;
        }
        if (!(await RingAsync()).All.Any(r => r.Wrapped is not null))
        {
            throw new StartRefusedException("Nobody has a key yet. Run 'keys new' first.");
        }
        await services.GetRequiredService<WrongPassphrases>().NoteAsync(aimedAt: null, run.Cancellation);
        throw new StartRefusedException("The passphrase opens no key. Nothing was done.");
    }

    /// <summary>A passphrase that is to open a key from now on: long enough, none that is tried first, and nobody's yet.</summary>
    /// <param name="mayOpen">A key it may open already: a command that was cut off is given it again.</param>
    /// <exception cref="StartRefusedException">It isn't.</exception>
    public async Task<(Passphrase Passphrase, bool Opens)> NewPassphraseAsync(string? file, string option, Func<Recipient, bool>? mayOpen = null)
    {
        var passphrase = await NotEasyAsync(file, option);
        using var present = await _unlocking.UnlockAsync(passphrase, run.Cancellation);
        return present is null ? (passphrase, false)
            : mayOpen is not null && present.Rows.Any(mayOpen) ? (passphrase, true)
            : throw new StartRefusedException("That passphrase opens a key already: whoever has it would be two people. Take another one.");
    }

    /// <summary>A passphrase that is long enough, and none that is tried first. It may open a former key: keys made anew may take that over.</summary>
    /// <exception cref="StartRefusedException">It is too short, or one that is tried first.</exception>
    public async Task<Passphrase> NotEasyAsync(string? file, string option)
    {
        const string mend = "whoever takes the disk would guess it. Take five words that nobody would put together.";
        var passphrase = await PassphraseInput.TakeNewAsync(run, file, option);
        if (passphrase.Length < Passphrase.MinLength)
        {
            throw new StartRefusedException($"The passphrase has fewer than {Passphrase.MinLength} characters: {mend}");
        }
        var people = await _transactions.RunAsync(services.GetRequiredService<IResponders>().All, run.Cancellation);
        var names = people.Select(p => p.Name).Append(services.GetRequiredService<IOptions<LineOptions>>().Value.Name);
        return EasyPassphrase.Fault(passphrase, names) is { } fault
            ? throw new StartRefusedException($"The passphrase is too easy, {fault}: {mend}")
            : passphrase;
    }

    public Task<RecipientRing> RingAsync() =>
        _transactions.RunAsync(services.GetRequiredService<Recipients>().Get, run.Cancellation);


    /// <summary>Says what was sealed anew, and what was not and why.</summary>
    public static async Task TellAsync(CommandRun run, Resealing done)
    {
        await JsonLines.WriteAsync(run, new { done.Resealed, done.Others, done.Damaged });
        if (done.Others > 0)
        {
            await run.SayAsync($"{done.Others} seals can't be opened by who did this, and were left as they are. With the recovery sheet as --passphrase-file 'users remove' reaches those too.");
        }
        if (done.Damaged > 0)
        {
            await run.SayAsync($"Warning: {done.Damaged} seals are damaged and were left as they are. A backup may have them whole.");
        }
    }
}
