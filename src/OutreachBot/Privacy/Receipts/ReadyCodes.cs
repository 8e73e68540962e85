using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace OutreachBot.Privacy.Receipts;

/// <summary>Codes whose slow hash is made already. They belong to nobody yet and are kept in memory only.</summary>
internal sealed class ReadyCodes(Func<(ReceiptCode Code, byte[] Hash)> make)
{
    public const int Capacity = 256;

    private readonly Channel<(ReceiptCode, byte[])> _codes = Channel.CreateBounded<(ReceiptCode, byte[])>(
        new BoundedChannelOptions(Capacity) { SingleWriter = true });

    public int Count => _codes.Reader.Count;

    public bool TryTake([MaybeNullWhen(false)] out (ReceiptCode Code, byte[] Hash) made) => _codes.Reader.TryRead(out made);

    /// <summary>Keeps it full until cancelled.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        while (await _codes.Writer.WaitToWriteAsync(cancellationToken))
        {
            _codes.Writer.TryWrite(make());
            await Task.Yield();
        }
    }
}

/// <summary>Fills the codes while the host runs.</summary>
internal sealed class ReadyCodesService(ReceiptCodes codes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first codes are not made before the host has started to listen.
        await Task.Yield();
        try
        {
            await codes.Ready.FillAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
