using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace OutreachBot.Privacy.Age;

/// <summary>The lines of a header; only LF ends one.</summary>
internal ref struct AgeLines(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> _file = file[..Math.Min(file.Length, AgeFormat.MaxHeaderSize)];

    /// <summary>Bytes read.</summary>
    public int Position { get; private set; }

    /// <returns>False where no whole line follows. Bytes above 126 come as characters that no rule of the header allows.</returns>
    public bool TryNext([NotNullWhen(true)] out string? line)
    {
        var rest = _file[Position..];
        var end = rest.IndexOf((byte)'\n');
        line = end < 0 ? null : Encoding.Latin1.GetString(rest[..end]);
        Position += end + 1;
        return line is not null;
    }
}
