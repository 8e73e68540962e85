using OutreachBot.Privacy.Age;

namespace OutreachBot.Backups;

/// <summary>Lines as a stream, each made when it is read.</summary>
internal sealed class LineStream(IEnumerable<byte[]> lines) : ForwardStream
{
    private readonly IEnumerator<byte[]> _lines = lines.GetEnumerator();
    private ReadOnlyMemory<byte> _rest;

    public override int Read(Span<byte> buffer)
    {
        while (_rest.IsEmpty)
        {
            if (!_lines.MoveNext())
            {
                return 0;
            }
            _rest = _lines.Current;
        }
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
        }
        base.Dispose(disposing);
    }
}
