using System.Buffers;
using System.Text;

namespace OutreachBot.Commands;

/// <param name="Text">The line without its end; null when it could not be read.</param>
internal readonly record struct InputLine(string? Text, string? Fault)
{
    public override string ToString() => "[line]";
}

/// <summary>Reads lines that end with LF or CRLF and nothing else: a lone CR, NEL or U+2028 belongs to the text.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>Longest line taken, bytes. A longer one is read to its end and given back as a fault.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start;
    private int _end;
    private bool _first = true;

    /// <summary>Whether the next line can be read without waiting for the other side.</summary>
    public bool HasLineAtHand => _buffer.AsSpan(_start, _end - _start).Contains((byte)'\n');

    /// <returns>Null at the end of the input.</returns>
    public async ValueTask<InputLine?> ReadAsync(CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        var tooLong = false;
        var any = false;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await stream.ReadAsync(_buffer, cancellationToken);
                if (_end == 0)
                {
                    return any ? Finish(tooLong) : null;
                }
            }
            any = true;
            var chunk = _buffer.AsSpan(_start, _end - _start);
            var newline = chunk.IndexOf((byte)'\n');
            var taken = newline < 0 ? chunk : chunk[..newline];
            tooLong |= _line.WrittenCount + taken.Length > MaxBytes;
            if (!tooLong)
            {
                _line.Write(taken);
            }
            _start += newline < 0 ? chunk.Length : newline + 1;
            if (newline >= 0)
            {
                return Finish(tooLong);
            }
        }
    }

    private InputLine Finish(bool tooLong)
    {
        var isFirst = _first;
        _first = false;
        if (tooLong)
        {
            return new InputLine(null, $"longer than {MaxBytes} bytes");
        }
        var bytes = _line.WrittenSpan;
        if (isFirst && bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }
        if (bytes is [.., (byte)'\r'])
        {
            bytes = bytes[..^1];
        }
        try
        {
            return new InputLine(Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return new InputLine(null, "not UTF-8");
        }
    }
}
