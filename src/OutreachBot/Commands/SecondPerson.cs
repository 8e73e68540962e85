using System.CommandLine;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>The second of two people that a release takes: <c>--second USER [--second-passphrase-file F]</c> beside the first's passphrase.</summary>
/// <remarks>One command's; its options belong to it.</remarks>
internal sealed class SecondPerson(bool required)
{
    private const string FileOption = "--second-passphrase-file";

    private readonly Option<string?> _second = new("--second") { Description = "The other coordinator (r_…).", HelpName = "USER", Required = required };
    private readonly Option<string?> _file = new(FileOption) { Description = "As --passphrase-file, the other's.", HelpName = "F" };

    public IReadOnlyList<Option> Options => [_second, _file];

    public bool IsNamed(CommandRun run) => run.Parsed.GetValue(_second) is not null;

    /// <summary>Asks both, and gives what they unlocked together.</summary>
    /// <param name="file">The first's passphrase; null: it is asked.</param>
    /// <exception cref="StartRefusedException">They aren't two coordinators, each with a key in use.</exception>
    public async Task<Release> AgreeAsync(CommandRun run, IServiceProvider services, string? file)
    {
        if (!ResponderId.TryParse(run.Parsed.GetValue(_second), out var second))
        {
            throw new StartRefusedException("--second is no coordinator's id. See 'responders list' for their ids.");
        }
        var unlocking = services.GetRequiredService<KeyUnlocking>();
        var mine = await PassphraseInput.TakeAsync(run, file, "Your passphrase: ");
        var hers = await PassphraseInput.TakeAsync(run, run.Parsed.GetValue(_file), $"The passphrase of {second}: ", FileOption);
        var first = await unlocking.UnlockAsync(mine, run.Cancellation);
        var other = await unlocking.UnlockAsync(hers, run.Cancellation);
        if (first is null || other is null)
        {
            await services.GetRequiredService<WrongPassphrases>().NoteAsync(
                first is null ? null : second, run.Cancellation);
        }
        var (people, refusal) = await services.GetRequiredService<ITransactions>().RunAsync(
            unit => TwoPeople.Check(
                unit, services.GetRequiredService<Recipients>(), services.GetRequiredService<IResponders>(), first, other, second),
            run.Cancellation);
        if (people is null)
        {
            first?.Dispose();
            other?.Dispose();
            throw new StartRefusedException($"{refusal} Nothing was done.");
        }
        return new Release(people, UnlockedKeys.Joined(people.Actors, first!, other!));
    }
}

/// <summary>What two people agreed to.</summary>
/// <param name="Keys">Of both: what keeps either away is opened by neither.</param>
internal sealed record Release(TwoPeople People, UnlockedKeys Keys) : IDisposable
{
    public void Dispose() => Keys.Dispose();
}
