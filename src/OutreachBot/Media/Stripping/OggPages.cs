using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>Writes packets into pages of one stream (RFC 3533 §6).</summary>
internal sealed class OggPages
{
    /// <summary>What fits a page by itself.</summary>
    public const int LongestPacket = (MostLacings * 255) - 1;

    private const int MostLacings = 255;

    /// <summary>Bytes after which a page is closed: about a second of voice.</summary>
    private const int FullPage = 4096;

    /// <summary>One for all files: a number drawn by the phone would tie two files together.</summary>
    private const uint Serial = 1;

    private readonly List<byte> _file = [];
    private readonly List<byte[]> _open = [];
    private ulong _openGranule;
    private uint _pages;
    private int _lastPage;

    /// <summary>A page of its own.</summary>
    public void Write(IReadOnlyList<byte[]> packets, ulong granule)
    {
        byte[] lacing = [.. packets.SelectMany(LacingOf)];
        var page = new byte[OggPage.HeaderSize + lacing.Length + packets.Sum(p => p.Length)];
        "OggS"u8.CopyTo(page);
        page[5] = _pages == 0 ? (byte)2 : (byte)0;
        BinaryPrimitives.WriteUInt64LittleEndian(page.AsSpan(6), granule);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), Serial);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(18), _pages++);
        page[26] = (byte)lacing.Length;
        lacing.CopyTo(page, OggPage.HeaderSize);
        var at = OggPage.HeaderSize + lacing.Length;
        foreach (var packet in packets)
        {
            packet.CopyTo(page, at);
            at += packet.Length;
        }
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), OggChecksum.Of(page));
        _lastPage = _file.Count;
        _file.AddRange(page);
    }

    /// <param name="packet">At most <see cref="LongestPacket"/>.</param>
    public void Add(byte[] packet, ulong granule)
    {
        var lacings = _open.Sum(p => (p.Length / 255) + 1) + (packet.Length / 255) + 1;
        if (lacings > MostLacings || _open.Sum(p => p.Length) > FullPage)
        {
            Flush();
        }
        _open.Add(packet);
        _openGranule = granule;
    }

    /// <summary>The file, its last page marked as the last.</summary>
    public byte[] End()
    {
        Flush();
        byte[] file = [.. _file];
        var last = file.AsSpan(_lastPage);
        last[5] |= 4;
        last[22..26].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(last[22..], OggChecksum.Of(last));
        return file;
    }

    private void Flush()
    {
        if (_open.Count > 0)
        {
            Write(_open, _openGranule);
            _open.Clear();
        }
    }

    private static IEnumerable<byte> LacingOf(byte[] packet) =>
        Enumerable.Repeat((byte)255, packet.Length / 255).Append((byte)(packet.Length % 255));
}
