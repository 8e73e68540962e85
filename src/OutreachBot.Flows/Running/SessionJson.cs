using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OutreachBot.Flows.Running;

/// <summary>A session as UTF-8 JSON with short names: what the host encrypts and stores each turn.</summary>
/// <remarks>
/// What is missing is read as a stranger has it, so that sessions outlive the program that wrote them; what is unknown
/// is passed over. It holds what people told: the host stores it encrypted, and nothing else may see it.
/// Written and read by hand (<see cref="SessionWriter"/>, <see cref="SessionReader"/>): every message pays for both, and by
/// way of documents they cost more than the store and the encryption together.
/// </remarks>
public static class SessionJson
{
    // Accents as they are: the bytes go under encryption, never into a page.
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Write(Session session)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(session, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>As <see cref="Write(Session)"/>, behind what the host has written already.</summary>
    public static void Write(Session session, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(session);
        using var json = new Utf8JsonWriter(buffer, Compact);
        new SessionWriter(json).Write(session);
    }

    /// <exception cref="JsonException">These bytes are no session: the store or its key is damaged.</exception>
    public static Session Read(ReadOnlySpan<byte> utf8) =>
        TryRead(utf8) ?? throw new JsonException("These bytes are no session.");

    // The reader's own exception goes no further: its message quotes the bytes, and they may be what somebody told.
    private static Session? TryRead(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        try
        {
            return SessionReader.Read(ref json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
