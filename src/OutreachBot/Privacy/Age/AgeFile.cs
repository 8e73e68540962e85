using System.Security.Cryptography;

namespace OutreachBot.Privacy.Age;

/// <summary>Seals and opens age files (age-encryption.org/v1, X25519 recipients).</summary>
public static class AgeFile
{
    internal const int SealedChunkSize = AgeFormat.ChunkSize + AgeFormat.TagSize;

    /// <param name="recipients">At least one.</param>
    public static byte[] Seal(ReadOnlySpan<byte> plain, IReadOnlyCollection<AgeRecipient> recipients)
    {
        Span<byte> fileKey = stackalloc byte[AgeFormat.FileKeySize];
        RandomNumberGenerator.Fill(fileKey);
        var head = Begin(fileKey, recipients, out var chunks, out var key);
        using (key)
        {
            var count = Math.Max(1, (plain.Length + AgeFormat.ChunkSize - 1) / AgeFormat.ChunkSize);
            var file = new byte[head.Length + plain.Length + (count * AgeFormat.TagSize)];
            head.CopyTo(file, 0);
            var to = head.Length;
            for (var i = 0; i < count; i++)
            {
                var chunk = plain.Slice(i * AgeFormat.ChunkSize, Math.Min(AgeFormat.ChunkSize, plain.Length - (i * AgeFormat.ChunkSize)));
                chunks.Seal(chunk, last: i == count - 1, file.AsSpan(to, chunk.Length + AgeFormat.TagSize));
                to += chunk.Length + AgeFormat.TagSize;
            }
            return file;
        }
    }

    /// <summary>Seals a stream, a chunk of 64 KiB at a time.</summary>
    public static async Task SealAsync(
        Stream plain, Stream file, IReadOnlyCollection<AgeRecipient> recipients, CancellationToken cancellationToken)
    {
        var fileKey = RandomNumberGenerator.GetBytes(AgeFormat.FileKeySize);
        var head = Begin(fileKey, recipients, out var chunks, out var key);
        using (key)
        {
            await file.WriteAsync(head, cancellationToken);
            var (now, next) = (new byte[AgeFormat.ChunkSize], new byte[AgeFormat.ChunkSize]);
            var box = new byte[SealedChunkSize];
            var length = await plain.ReadAtLeastAsync(now, now.Length, throwOnEndOfStream: false, cancellationToken);
            var last = false;
            while (!last)
            {
                // One ahead: whether a full chunk is the last is known only when nothing follows.
                var following = length < now.Length
                    ? 0
                    : await plain.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellationToken);
                last = following == 0;
                chunks.Seal(now.AsSpan(0, length), last, box.AsSpan(0, length + AgeFormat.TagSize));
                await file.WriteAsync(box.AsMemory(0, length + AgeFormat.TagSize), cancellationToken);
                ((now, next), length) = ((next, now), following);
            }
            CryptographicOperations.ZeroMemory(now);
            CryptographicOperations.ZeroMemory(next);
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    /// <summary>Opens a file. Whatever the bytes are, this gives a result and throws nothing.</summary>
    public static AgeOpening Open(ReadOnlySpan<byte> file, AgeIdentity identity)
    {
        if (AgeHeader.Read(file, out var fault) is not { } header)
        {
            return AgeOpening.Refused(fault);
        }
        if (FileKey(header, identity, out fault) is not { } fileKey)
        {
            return AgeOpening.Refused(fault);
        }
        var payload = file[header.Length..];
        return payload.Length < AgeFormat.PayloadNonceSize + AgeFormat.TagSize || OpenPayload(payload, fileKey) is not { } plain
            ? AgeOpening.Refused(AgeFault.BadPayload)
            : new AgeOpening(plain, null);
    }

    private static byte[] Begin(
        ReadOnlySpan<byte> fileKey, IReadOnlyCollection<AgeRecipient> recipients, out AgeChunks chunks, out NSec.Cryptography.Key key)
    {
        ArgumentOutOfRangeException.ThrowIfZero(recipients.Count);
        var stanzas = new List<AgeStanza>(recipients.Count);
        foreach (var recipient in recipients)
        {
            stanzas.Add(AgeKeys.Wrap(fileKey, recipient));
        }
        var signed = AgeHeader.WriteSigned(stanzas);
        var nonce = RandomNumberGenerator.GetBytes(AgeFormat.PayloadNonceSize);
        key = AgeKeys.PayloadKey(fileKey, nonce);
        chunks = new AgeChunks(key);
        return [.. AgeHeader.Write(signed, AgeKeys.Mac(fileKey, signed)), .. nonce];
    }

    internal static byte[]? FileKey(AgeHeader header, AgeIdentity identity, out AgeFault fault)
    {
        byte[]? found = null;
        foreach (var stanza in header.Stanzas.Where(s => s.Type is AgeFormat.X25519))
        {
            if (!AgeKeys.TryUnwrap(stanza, identity, out var fileKey))
            {
                fault = AgeFault.BadHeader;
                return null;
            }
            found ??= fileKey;
        }
        if (found is null)
        {
            fault = AgeFault.NoMatch;
            return null;
        }
        fault = AgeFault.BadMac;
        return CryptographicOperations.FixedTimeEquals(AgeKeys.Mac(found, header.Signed), header.Mac) ? found : null;
    }

    private static byte[]? OpenPayload(ReadOnlySpan<byte> payload, byte[] fileKey)
    {
        using var key = AgeKeys.PayloadKey(fileKey, payload[..AgeFormat.PayloadNonceSize]);
        var chunks = new AgeChunks(key);
        var rest = payload[AgeFormat.PayloadNonceSize..];
        var count = (rest.Length + SealedChunkSize - 1) / SealedChunkSize;
        if (rest.Length - ((count - 1) * SealedChunkSize) < AgeFormat.TagSize)
        {
            return null;
        }
        var plain = new byte[rest.Length - (count * AgeFormat.TagSize)];
        var to = 0;
        for (var i = 0; i < count; i++)
        {
            var chunk = rest.Slice(i * SealedChunkSize, Math.Min(SealedChunkSize, rest.Length - (i * SealedChunkSize)));
            if (!chunks.Open(chunk, last: i == count - 1, plain.AsSpan(to, chunk.Length - AgeFormat.TagSize)))
            {
                return null;
            }
            to += chunk.Length - AgeFormat.TagSize;
        }
        return plain;
    }
}
