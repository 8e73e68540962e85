using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace OutreachBot.Privacy.Age;

/// <summary>Opens an age file as a stream, a chunk of 64 KiB at a time; no byte is given out before it is authenticated.</summary>
/// <remarks>
/// Whether the file is whole is known at its end only: whoever reads must be able to undo. A damaged or cut file ends the
/// reading with an <see cref="InvalidDataException"/>, for a stream can say it no other way.
/// </remarks>
internal sealed class AgeReader : ForwardStream
{
    private readonly Stream _file;
    private readonly Key _key;
    private readonly AgeChunks _chunks;
    private byte[] _now = new byte[AgeFile.SealedChunkSize];
    private byte[] _next = new byte[AgeFile.SealedChunkSize];
    private int _length;
    private byte[] _plain = [];
    private int _at;
    private bool _ended;

    private AgeReader(Stream file, Key key)
    {
        (_file, _key, _chunks) = (file, key, new AgeChunks(key));
        _length = file.ReadAtLeast(_now, _now.Length, throwOnEndOfStream: false);
    }

    /// <param name="file">Seekable, at its beginning; stays the caller's.</param>
    public static bool TryOpen(Stream file, AgeIdentity identity, [NotNullWhen(true)] out AgeReader? reader, out AgeFault fault)
    {
        reader = null;
        var head = new byte[AgeFormat.MaxHeaderSize];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (AgeHeader.Read(head.AsSpan(0, length), out fault) is not { } header
            || AgeFile.FileKey(header, identity, out fault) is not { } fileKey)
        {
            return false;
        }
        var nonce = new byte[AgeFormat.PayloadNonceSize];
        file.Position = header.Length;
        if (file.ReadAtLeast(nonce, nonce.Length, throwOnEndOfStream: false) < nonce.Length)
        {
            fault = AgeFault.BadPayload;
            return false;
        }
        reader = new AgeReader(file, AgeKeys.PayloadKey(fileKey, nonce));
        return true;
    }

    public override int Read(Span<byte> buffer)
    {
        while (_at == _plain.Length && !_ended)
        {
            OpenNext();
        }
        var count = Math.Min(buffer.Length, _plain.Length - _at);
        _plain.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _key.Dispose();
        }
        base.Dispose(disposing);
    }

    private void OpenNext()
    {
        // One ahead: whether a full chunk is the last is known only when nothing follows.
        var following = _length < _now.Length ? 0 : _file.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
        var plain = new byte[Math.Max(0, _length - AgeFormat.TagSize)];
        if (_length < AgeFormat.TagSize || !_chunks.Open(_now.AsSpan(0, _length), last: following == 0, plain))
        {
            throw new InvalidDataException("The sealed file is damaged, or was cut short.");
        }
        (_plain, _at, _ended) = (plain, 0, following == 0);
        (_now, _next, _length) = (_next, _now, following);
    }
}
