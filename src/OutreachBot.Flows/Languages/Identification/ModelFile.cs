using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;

namespace OutreachBot.Flows.Languages.Identification;

/// <summary>A model as bytes: a mark, the size of the table, the unit of a weight, the shared words, the weights. Little-endian.</summary>
internal static class ModelFile
{
    private const string Resource = "OutreachBot.Flows.Languages.Identification.languages.model";
    private const int HeadLength = 20;
    private const int MaxBits = 20;

    private static ReadOnlySpan<byte> Mark => "OBLANG01"u8;

    private static readonly Lazy<LanguageModel> Shipped = new(ReadShipped);

    /// <summary>The model that the program was built with; read once, immutable.</summary>
    public static LanguageModel OfBuild => Shipped.Value;

    public static byte[] Write(LanguageModel model)
    {
        var shared = model.Shared.Hashes.Length;
        var bytes = new byte[HeadLength + 5 * shared + model.Weights.Length];
        var at = bytes.AsSpan();
        Mark.CopyTo(at);
        BinaryPrimitives.WriteInt32LittleEndian(at[8..], model.Bits);
        BinaryPrimitives.WriteSingleLittleEndian(at[12..], model.Unit);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], shared);
        at = at[HeadLength..];
        foreach (var hash in model.Shared.Hashes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(at, hash);
            at = at[4..];
        }
        model.Shared.Languages.CopyTo(at);
        MemoryMarshal.AsBytes(model.Weights).CopyTo(at[shared..]);
        return bytes;
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a model.</exception>
    public static LanguageModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || !bytes.StartsWith(Mark))
        {
            throw new InvalidDataException("This is no language model: it doesn't begin as one. Make one with: languages train DIR --out FILE");
        }
        var bits = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var unit = BinaryPrimitives.ReadSingleLittleEndian(bytes[12..]);
        var shared = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        if (bits is < 1 or > MaxBits || shared < 0 || !float.IsFinite(unit)
            || bytes.Length != HeadLength + 5L * shared + ((long)LanguageModel.Classes << bits))
        {
            throw new InvalidDataException("This language model is cut short or damaged. Make it anew with: languages train DIR --out FILE");
        }
        var body = bytes[HeadLength..];
        var hashes = new uint[shared];
        for (var i = 0; i < shared; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(body[(4 * i)..]);
        }
        var languages = body.Slice(4 * shared, shared).ToArray();
        var weights = MemoryMarshal.Cast<byte, sbyte>(body[(5 * shared)..]).ToArray();
        return new LanguageModel(weights, unit, bits, new SharedWords(hashes, languages));
    }

    private static LanguageModel ReadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
