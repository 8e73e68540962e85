using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>The plain bytes of a medium, a part at a time; read forwards once.</summary>
internal sealed class PartReader(ITransactions transactions, IMediumStore store, RandomId id, byte[] key) : ForwardStream
{
    private ReadOnlyMemory<byte> _part;
    private int _next;

    /// <summary>A part is missing from the end when a medium goes while it is read.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_part.IsEmpty)
        {
            var number = _next++;
            var box = await transactions.RunAsync(unit => store.Part(unit, id, PartForm.Locked, number), cancellationToken);
            _part = box is null ? default
                : PartLock.Unlock(key, id, number, box) ?? throw new InvalidDataException("A part of a medium in the store is damaged.");
        }
        var count = Math.Min(buffer.Length, _part.Length);
        _part[..count].CopyTo(buffer);
        _part = _part[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
