using System.Security.Cryptography;

namespace OutreachBot.Privacy;

/// <summary>128 random bits that name a row; their order says nothing of when it was made.</summary>
public readonly record struct RandomId
{
    /// <summary>Bytes.</summary>
    public const int Size = 16;

    private readonly UInt128 _value;

    private RandomId(UInt128 value) => _value = value;

    public static RandomId Draw()
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomNumberGenerator.Fill(bytes);
        return FromBytes(bytes);
    }

    /// <param name="bytes">16 of them.</param>
    public static RandomId FromBytes(ReadOnlySpan<byte> bytes) =>
        new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return bytes;
    }

    public static bool TryParse(string? text, out RandomId id)
    {
        id = default;
        if (text is null || text.Length != 32
            || !UInt128.TryParse(text, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
        {
            return false;
        }
        id = new RandomId(value);
        return true;
    }

    /// <summary>32 hexadecimal digits, lower case.</summary>
    public override string ToString() => _value.ToString("x32");
}
