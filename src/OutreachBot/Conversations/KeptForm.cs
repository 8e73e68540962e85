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
        var session = SessionJson.Write(kept.Session);
        using var stream = new MemoryStream(session.Length + 512);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(Ticks(kept.WakesAt));
        writer.Write(Ticks(kept.PlannedFor));
        writer.Write((byte)kept.Channel);
        writer.Write((byte)kept.ShownOn);
        writer.Write(kept.Country ?? "");
        writer.Write(kept.Responder ?? "");
        writer.Write7BitEncodedInt(kept.Answered.Count);
        foreach (var id in kept.Answered)
        {
            writer.Write(id.AsSpan(0, IdBytes));
        }
        writer.Write7BitEncodedInt(kept.Entered.Count);
        foreach (var (code, asked) in kept.Entered)
        {
            writer.Write(code);
            writer.Write(asked);
        }
        writer.Write(session);
        writer.Flush();
        return stream.ToArray();
    }

    /// <returns>Null when the bytes are of no form that is known.</returns>
    public static KeptConversation? Read(byte[] plain)
    {
        using var stream = new MemoryStream(plain, writable: false);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        try
        {
            return reader.ReadByte() == Form ? Read(reader, plain) : null;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static KeptConversation Read(BinaryReader reader, byte[] plain)
    {
        var wakesAt = Time(reader.ReadInt64());
        var plannedFor = Time(reader.ReadInt64());
        var channel = (Channel)reader.ReadByte();
        var shownOn = (ChannelKind)reader.ReadByte();
        var country = reader.ReadString();
        var responder = reader.ReadString();
        var answered = new List<byte[]>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var id = reader.ReadBytes(IdBytes);
            answered.Add(id.Length == IdBytes ? id : throw new EndOfStreamException());
        }
        var entered = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            entered[reader.ReadString()] = reader.ReadString();
        }
        return new KeptConversation(
            SessionJson.Read(plain.AsSpan((int)reader.BaseStream.Position)),
            wakesAt,
            plannedFor,
            answered,
            channel,
            shownOn,
            country.Length == 0 ? null : country,
            responder.Length == 0 ? null : responder,
            entered);
    }

    private static long Ticks(DateTimeOffset? time) => time?.UtcTicks ?? 0;

    private static DateTimeOffset? Time(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
