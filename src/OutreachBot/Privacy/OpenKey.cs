using NSec.Cryptography;

namespace OutreachBot.Privacy;

/// <summary>A held key, opened.</summary>
/// <param name="bytes">32 of them.</param>
internal sealed class OpenKey(long number, DateTimeOffset made, byte[] bytes)
{
    private Key? _aead;

    public long Number => number;

    public DateTimeOffset Made => made;

    public byte[] Bytes => bytes;

    /// <summary>For boxes. Imported once: libsodium guards each import with pages of its own, which costs more than a box.</summary>
    public Key Aead => _aead ??= AeadBox.Import(bytes);

    public OpenKey MadeAt(DateTimeOffset time) => new(number, time, bytes);
}
