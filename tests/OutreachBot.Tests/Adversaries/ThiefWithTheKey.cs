using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using OutreachBot.Doctor.Theft;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Tests.Adversaries;

/// <summary>
/// Has the store and the server key, and knows our code, but no list of ours: she tries that key for every purpose, and every key
/// that comes to light, on every cell of every table, bound to whatever else stands in the row.
/// </summary>
internal sealed partial class ThiefWithTheKey(IStolenStore store, ServerKey server)
{
    private readonly List<(string Column, StolenRow Row, byte[] Bytes)> _cells =
    [
        .. store.Tables().SelectMany(table => store.Rows(table).SelectMany(row => row.Cells
            .Where(c => c.Value is byte[] { Length: > 0 })
            .Select(c => ($"{table}.{c.Key}", row, (byte[])c.Value!)))),
    ];

    /// <summary>Every column that holds bytes.</summary>
    public IReadOnlySet<string> Columns => _cells.Select(c => c.Column).ToHashSet(StringComparer.Ordinal);

    /// <returns>The columns of which she reads something, as <c>table.column</c>.</returns>
    public IReadOnlySet<string> Opens()
    {
        var opened = new HashSet<string>(StringComparer.Ordinal);
        var keys = new List<byte[]>();
        using var vault = new Vault(server);
        foreach (var (column, row, bytes) in _cells)
        {
            var plain = Enum.GetValues<VaultPurpose>()
                .SelectMany(purpose => Contexts(row).Select(context => vault.Unlock(purpose, context, bytes)))
                .FirstOrDefault(p => p is not null);
            Take(column, plain, opened, keys);
        }
        foreach (var key in keys.Distinct(new SameBytes()).ToList())
        {
            using var aead = AeadBox.Import(key);
            using var identity = AgeIdentity.TryFrom(key);
            foreach (var (column, row, bytes) in _cells)
            {
                var plain = Contexts(row).Select(context => AeadBox.Unlock(aead, context, bytes)).FirstOrDefault(p => p is not null)
                    ?? (identity is null ? null : AgeFile.Open(bytes, identity).Plain);
                Take(column, plain, opened, keys);
            }
        }
        return opened;
    }

    private static void Take(string column, byte[]? plain, HashSet<string> opened, List<byte[]> keys)
    {
        if (plain is null)
        {
            return;
        }
        opened.Add(column);
        if (plain.Length == ServerKey.Size)
        {
            keys.Add(plain);
        }
        keys.AddRange(Base64Key().Matches(Encoding.UTF8.GetString(plain).Replace("\\u002B", "+", StringComparison.Ordinal)).Select(m => Convert.FromBase64String(m.Value)));
    }

    /// <summary>What our code binds boxes to: bytes of the row, its numbers, and both together.</summary>
    private static IEnumerable<byte[]> Contexts(StolenRow row)
    {
        var blobs = row.Cells.Select(c => c.Value as byte[]).OfType<byte[]>().Where(b => b.Length is 16 or 32).ToList();
        var numbers = row.Cells.Select(c => c.Value as long?).OfType<long>().ToList();
        yield return [];
        foreach (var number in numbers)
        {
            yield return BigEndian(number);
            for (byte kind = 0; kind < 4; kind++)
            {
                yield return [kind, .. BigEndian(number)];
            }
        }
        foreach (var blob in blobs)
        {
            yield return blob;
            for (byte mark = 0; mark < 8; mark++)
            {
                yield return [.. blob, mark];
            }
            foreach (var number in numbers)
            {
                yield return [.. blob, .. BigEndian(number)[4..]];
            }
        }
    }

    private static byte[] BigEndian(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    [GeneratedRegex("(?<=\")[A-Za-z0-9+/]{43}=(?=\")", RegexOptions.None, 2000)]
    private static partial Regex Base64Key();

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => BitConverter.ToInt32(bytes);
    }
}
