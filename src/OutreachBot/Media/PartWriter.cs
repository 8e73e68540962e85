using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Puts an age file into the store, a part at a time, each in a unit of work of its own.</summary>
internal sealed class PartWriter(ITransactions transactions, IMediumStore store, RandomId id) : Stream
{
    private readonly byte[] _part = new byte[PartLock.PartSize];
    private int _filled;
    private int _next;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _part.Length - _filled);
            buffer[..count].CopyTo(_part.AsMemory(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == _part.Length)
            {
                await FlushAsync(cancellationToken);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_filled > 0)
        {
            var (number, filled) = (_next++, _filled);
            await transactions.RunAsync(unit => store.AddPart(unit, id, PartForm.Sealed, number, _part.AsSpan(0, filled)), cancellationToken);
            _filled = 0;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();
}
