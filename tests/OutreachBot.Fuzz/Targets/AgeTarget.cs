using System.Text;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Fuzz.Targets;

/// <summary>Opens age files that were tampered with, as they are and with a header whose MAC was made right again.</summary>
/// <remarks>
/// All seeds have one file key, all zeros, so that whoever tampers can sign: without that no input would ever get past the
/// MAC, and what lies behind it would stay unread. The reader must still open nothing but what one of the seeds said.
/// </remarks>
internal sealed class AgeTarget : IFuzzTarget
{
    public const string Word = "age";

    // Who can open the seeds: 0, 1, 2 … 31.
    private readonly AgeIdentity _identity = AgeIdentity.TryFrom([.. Enumerable.Range(0, AgeFormat.KeySize).Select(i => (byte)i)])!;
    private readonly byte[] _fileKey = new byte[AgeFormat.FileKeySize];
    private readonly HashSet<string> _files;
    private readonly HashSet<string> _words;

    public AgeTarget()
    {
        var seeds = Corpus.Of(Word);
        _files = seeds.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        _words = seeds.Select(s => AgeFile.Open(s, _identity).Plain).OfType<byte[]>().Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        BrokenLawException.Unless(_words.Count > 0, "a seed opens");
    }

    public string Name => Word;

    public IReadOnlyList<byte[]> Scraps { get; } =
    [
        .. new[]
        {
            "age-encryption.org/v1\n", "age-encryption.org/v2\n", "-> ", "-> X25519 ", "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n", "-> x-grease a b\n\n", "---", "\n--- ",
            "\n", "\r\n", "=", "==", " ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\0", "\t", "-> X25519\n",
            "age1", "AGE-SECRET-KEY-1", "1", "q",
        }.Select(Encoding.ASCII.GetBytes),
        new byte[AgeFormat.TagSize],
        new byte[AgeFormat.ChunkSize + AgeFormat.TagSize],
    ];

    public string Read(byte[] input)
    {
        var asItIs = Open(input);
        BrokenLawException.Unless(asItIs.Plain is null || _files.Contains(Convert.ToHexString(input)), "only a file nobody touched opens without the file's key");
        AgeOpening? mended = Mended(input) is { } file ? Open(file) : null;
        BrokenLawException.Unless(
            mended?.Plain is not { } plain || _words.Contains(Convert.ToHexString(plain)), "what opens is what somebody sealed");
        ReadKeys(input);
        return $"{Word}: {asItIs} then {mended}";
    }

    private AgeOpening Open(byte[] file)
    {
        var opening = AgeFile.Open(file, _identity);
        BrokenLawException.Unless(opening.Plain is null != opening.Fault is null, "either words or a fault");
        BrokenLawException.Unless(opening.Fault is not { } fault || Enum.IsDefined(fault), "a fault that has a name");
        BrokenLawException.Unless(Streamed(file).AsSpan().SequenceEqual(opening.Plain), "a stream gives what the whole file gives, or neither opens");
        return opening;
    }

    private byte[]? Streamed(byte[] file)
    {
        using var stream = new MemoryStream(file);
        if (!AgeReader.TryOpen(stream, _identity, out var reader, out var fault))
        {
            BrokenLawException.Unless(Enum.IsDefined(fault), "a fault that has a name");
            return null;
        }
        using var plain = new MemoryStream();
        try
        {
            reader.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            reader.Dispose();
        }
    }

    /// <summary>The file with the MAC that its header should have; null where there is no header's end.</summary>
    private byte[]? Mended(byte[] file)
    {
        var end = file.AsSpan().IndexOf("\n---"u8);
        if (end < 0)
        {
            return null;
        }
        var signed = file[..(end + 4)];
        var line = file.AsSpan(signed.Length).IndexOf((byte)'\n');
        return line < 0 ? null : [.. AgeHeader.Write(signed, AgeKeys.Mac(_fileKey, signed)), .. file[(signed.Length + line + 1)..]];
    }

    // Keys are typed in from sheets and settings: whatever is taken must come out again as it was written.
    private static void ReadKeys(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input, 0, Math.Min(input.Length, 200));
        if (AgeRecipient.TryParse(text, out var recipient))
        {
            BrokenLawException.Unless(recipient.Text == text, "a public key is written in one way");
        }
        if (AgeIdentity.TryParse(text, out var identity))
        {
            using (identity)
            {
                BrokenLawException.Unless(string.Equals(identity.Export(), text, StringComparison.OrdinalIgnoreCase), "a secret key is written in one way");
            }
        }
    }
}
