using OutreachBot.Transactions;

namespace OutreachBot.Hosting;

/// <summary>Whether a message that came now could be kept: tried by keeping something.</summary>
internal sealed class Readiness(ITransactions transactions, IStoreSettings settings)
{
    private const string Setting = "last_ready";

    /// <summary>Asked more often than this, the last answer is given again: whoever asks must not make the disk busy.</summary>
    private static readonly TimeSpan HoldsFor = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<string?>? _last;
    private long _asked;

    /// <returns>Null: ready; else why not, in a word or two.</returns>
    public Task<string?> AskAsync()
    {
        lock (_gate)
        {
            if (_last is null || (_last.IsCompleted && TimeProvider.System.GetElapsedTime(_asked) > HoldsFor))
            {
                _asked = TimeProvider.System.GetTimestamp();
                _last = TryAsync();
            }
            return _last;
        }
    }

    private async Task<string?> TryAsync()
    {
        try
        {
            await transactions.RunAsync(unit => settings.Set(unit, Setting, unit.Now.ToString("O")), CancellationToken.None);
            return null;
        }
        catch (StoreFullException)
        {
            return "the disk is full";
        }
        catch (StoreBusyException)
        {
            return "the store does not answer";
        }
    }
}
