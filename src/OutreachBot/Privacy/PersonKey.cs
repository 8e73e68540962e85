namespace OutreachBot.Privacy;

/// <summary>Who somebody is to the storage: HMAC-SHA-256 of her address under the key of an epoch, 32 bytes.</summary>
/// <remarks>Can't be turned back once the epoch's key is destroyed; see docs/threat-model.md.</remarks>
public sealed class PersonKey : IEquatable<PersonKey>
{
    private readonly byte[] _bytes;

    /// <param name="bytes">32 of them.</param>
    public PersonKey(byte[] bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, 32);
        _bytes = bytes;
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public byte[] ToArray() => [.. _bytes];

    public bool Equals(PersonKey? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => Equals(obj as PersonKey);

    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    public override string ToString() => "[person]";
}
