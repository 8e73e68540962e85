namespace OutreachBot.Media.Stripping;

/// <summary>One packet of Opus (RFC 6716 §3).</summary>
internal static class OpusPacket
{
    private const byte HasPadding = 0x40;

    /// <summary>How long it lasts, in samples at 48 kHz.</summary>
    public static uint Samples(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty)
        {
            return 0;
        }
        var config = packet[0] >> 3;
        uint frame = config switch
        {
            < 12 => (config & 3) switch { 0 => 480u, 1 => 960u, 2 => 1920u, _ => 2880u },
            < 16 => (config & 1) == 0 ? 480u : 960u,
            _ => 120u << (config & 3),
        };
        return (packet[0] & 3) switch
        {
            0 => frame,
            1 or 2 => 2 * frame,
            _ => packet.Length > 1 ? (uint)(packet[1] & 0x3f) * frame : 0,
        };
    }

    /// <summary>Padding may hold anything, and no player looks at it: it is set to zeros.</summary>
    public static void BlankPadding(Span<byte> packet)
    {
        if (packet.Length < 3 || (packet[0] & 3) != 3 || (packet[1] & HasPadding) == 0)
        {
            return;
        }
        var padding = 0;
        var at = 2;
        while (at < packet.Length && packet[at] == 255)
        {
            padding += 254;
            at++;
        }
        padding += at < packet.Length ? packet[at] : 0;
        packet[Math.Clamp(packet.Length - padding, Math.Min(at + 1, packet.Length), packet.Length)..].Clear();
    }
}
