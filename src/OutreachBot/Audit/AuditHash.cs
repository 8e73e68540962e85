using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Audit;

/// <summary>SHA-256 over everything in a line, each part led by its length (4 bytes, big-endian), so that no two lines read alike.</summary>
internal static class AuditHash
{
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first line.</summary>
    public static byte[] Beginning => new byte[Size];

    public static byte[] Of(AuditLine line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "outreachbot audit v1"u8);
        Add(hash, line.Previous);
        Add(hash, line.Number);
        Add(hash, line.Hour);
        Add(hash, Encoding.UTF8.GetBytes(line.Actor));
        Add(hash, Encoding.UTF8.GetBytes(line.What));
        Add(hash, line.Tip?.ToBytes() ?? []);
        Add(hash, line.Reason);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add(hash, bytes);
    }
}
