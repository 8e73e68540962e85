using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using OutreachBot.Addresses;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Conversations;

/// <summary>How a kept conversation is written inside its box: our own notes, then the session in the engine's form.</summary>
internal static class KeptForm
{
    private const byte Form = 1;
    private const int IdBytes = 16;

    public static byte[] Write(KeptConversation kept)
    {
        var buffer = new ArrayBufferWriter<byte>(1536);
        Write(buffer, Form);
        Write(buffer, kept.WakesAt);
        Write(buffer, kept.PlannedFor);
        Write(buffer, (byte)kept.Channel);
        Write(buffer, (byte)kept.ShownOn);
        Write(buffer, kept.Country ?? "");
        Write(buffer, kept.Responder ?? "");
        Write(buffer, (byte)kept.Answered.Count);
        foreach (var id in kept.Answered)
        {
            buffer.Write(id.AsSpan(0, IdBytes));
        }
        Write(buffer, (byte)kept.Entered.Count);
        foreach (var (code, asked) in kept.Entered)
        {
            Write(buffer, code);
            Write(buffer, asked);
        }
        SessionJson.Write(kept.Session, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <returns>Null when the bytes are of no form that is known.</returns>
    public static KeptConversation? Read(ReadOnlySpan<byte> plain)
    {
        try
        {
            return ReadByte(ref plain) == Form ? ReadKept(ref plain) : null;
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            return null;
        }
    }

    private static KeptConversation ReadKept(ref ReadOnlySpan<byte> rest)
    {
        var wakesAt = ReadTime(ref rest);
        var plannedFor = ReadTime(ref rest);
        var channel = (Channel)ReadByte(ref rest);
        var shownOn = (ChannelKind)ReadByte(ref rest);
        var country = ReadText(ref rest);
        var responder = ReadText(ref rest);
        var answered = new byte[ReadByte(ref rest)][];
        for (var i = 0; i < answered.Length; i++)
        {
            answered[i] = Take(ref rest, IdBytes).ToArray();
        }
        var entered = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = ReadByte(ref rest); left > 0; left--)
        {
            var code = ReadText(ref rest);
            entered[code] = ReadText(ref rest);
        }
        return new KeptConversation(
            SessionJson.Read(rest),
            wakesAt,
            plannedFor,
            answered,
            channel,
            shownOn,
            country.Length == 0 ? null : country,
            responder.Length == 0 ? null : responder,
            entered);
    }

    private static void Write(IBufferWriter<byte> buffer, byte value) => buffer.Write([value]);

    private static void Write(IBufferWriter<byte> buffer, DateTimeOffset? time)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), time?.UtcTicks ?? 0);
        buffer.Advance(8);
    }

    /// <summary>At most 255 bytes: codes, ids and names of ours are short.</summary>
    private static void Write(IBufferWriter<byte> buffer, string text)
    {
        Write(buffer, checked((byte)Encoding.UTF8.GetByteCount(text)));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static byte ReadByte(ref ReadOnlySpan<byte> rest) => Take(ref rest, 1)[0];

    private static DateTimeOffset? ReadTime(ref ReadOnlySpan<byte> rest)
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, 8));
        return ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private static string ReadText(ref ReadOnlySpan<byte> rest) => Encoding.UTF8.GetString(Take(ref rest, ReadByte(ref rest)));

    /// <exception cref="ArgumentException">There are not so many.</exception>
    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
