using System.Text;

namespace OutreachBot.Channels.Twilio;

/// <summary>The fields of a webhook, decoded once, kept as the bytes that were signed.</summary>
/// <remarks>
/// Values are neither trimmed nor normalised: the signature covers them as sent. Unknown fields are kept, for it covers them
/// too, and the provider adds some without notice.
/// </remarks>
internal sealed class TwilioForm
{
    /// <summary>The provider sends about thirty.</summary>
    public const int MaxFields = 256;

    private readonly byte[] _bytes;
    private readonly Field[] _fields;

    private TwilioForm(byte[] bytes, Field[] fields)
    {
        _bytes = bytes;
        _fields = fields;
        Array.Sort(_fields, Compare);
    }

    /// <summary>A name that comes twice: the provider's own forms have none, so somebody plays with the parser.</summary>
    public bool HasRepeatedName
    {
        get
        {
            for (var i = 1; i < _fields.Length; i++)
            {
                if (Name(_fields[i]).SequenceEqual(Name(_fields[i - 1])))
                {
                    return true;
                }
            }
            return false;
        }
    }

    /// <returns>Null when there are more fields than any form of the provider's has.</returns>
    public static TwilioForm? TryParse(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[body.Length];
        var fields = new List<Field>(32);
        var written = 0;
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
            {
                continue;
            }
            if (fields.Count == MaxFields)
            {
                return null;
            }
            var equals = pair.IndexOf((byte)'=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? [] : pair[(equals + 1)..];
            var start = written;
            written += Decode(name, bytes.AsSpan(written));
            var middle = written;
            written += Decode(value, bytes.AsSpan(written));
            fields.Add(new Field(start, middle, written));
        }
        return new TwilioForm(bytes, [.. fields]);
    }

    /// <summary>A field's value; null when there is none of that name. Bytes that are not UTF-8 come out as U+FFFD.</summary>
    public string? Get(ReadOnlySpan<byte> name)
    {
        foreach (var field in _fields)
        {
            if (Name(field).SequenceEqual(name))
            {
                return Encoding.UTF8.GetString(Value(field));
            }
        }
        return null;
    }

    /// <summary>Writes what the signature covers beside the address: each name and value, by name; a repeated pair once.</summary>
    /// <returns>Bytes written.</returns>
    public int CopySigned(Span<byte> target)
    {
        var written = 0;
        for (var i = 0; i < _fields.Length; i++)
        {
            var pair = _bytes.AsSpan(_fields[i].Start, _fields[i].End - _fields[i].Start);
            if (i > 0 && Compare(_fields[i], _fields[i - 1]) == 0)
            {
                continue;
            }
            pair.CopyTo(target[written..]);
            written += pair.Length;
        }
        return written;
    }

    /// <summary>Most that <see cref="CopySigned"/> writes.</summary>
    public int MaxSignedLength => _bytes.Length;

    private static int Decode(ReadOnlySpan<byte> coded, Span<byte> target)
    {
        var written = 0;
        for (var i = 0; i < coded.Length; i++)
        {
            var b = coded[i];
            if (b == '+')
            {
                b = (byte)' ';
            }
            else if (b == '%' && i + 2 < coded.Length
                && char.IsAsciiHexDigit((char)coded[i + 1]) && char.IsAsciiHexDigit((char)coded[i + 2]))
            {
                b = (byte)((Hex(coded[i + 1]) << 4) | Hex(coded[i + 2]));
                i += 2;
            }
            target[written++] = b;
        }
        return written;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private ReadOnlySpan<byte> Name(Field field) => _bytes.AsSpan(field.Start, field.Middle - field.Start);

    private ReadOnlySpan<byte> Value(Field field) => _bytes.AsSpan(field.Middle, field.End - field.Middle);

    // By UTF-16 code units, as the provider sorts; for ASCII that is the order of bytes.
    private int Compare(Field one, Field other)
    {
        var names = Ascii.IsValid(Name(one)) && Ascii.IsValid(Name(other))
            ? Name(one).SequenceCompareTo(Name(other))
            : string.CompareOrdinal(Encoding.UTF8.GetString(Name(one)), Encoding.UTF8.GetString(Name(other)));
        if (names == 0)
        {
            // What is no UTF-8 decodes alike, and is still two names.
            names = Name(one).SequenceCompareTo(Name(other));
        }
        return names != 0 ? names : Value(one).SequenceCompareTo(Value(other));
    }

    private readonly record struct Field(int Start, int Middle, int End);
}
