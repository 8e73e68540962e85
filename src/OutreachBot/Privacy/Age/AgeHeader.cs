using System.Text;

namespace OutreachBot.Privacy.Age;

/// <summary>The header of an age file: who may open it.</summary>
/// <param name="Stanzas">At least one.</param>
/// <param name="Signed">What the MAC is over: the header up to and with the three dashes.</param>
/// <param name="Length">Bytes of the header with its last line's end.</param>
internal sealed record AgeHeader(IReadOnlyList<AgeStanza> Stanzas, byte[] Signed, byte[] Mac, int Length)
{
    private const string StanzaMark = "-> ";
    private const string EndMark = "---";

    /// <summary>The part the MAC is over.</summary>
    public static byte[] WriteSigned(IEnumerable<AgeStanza> stanzas)
    {
        var text = new StringBuilder(AgeFormat.VersionLine).Append('\n');
        foreach (var stanza in stanzas)
        {
            text.Append(StanzaMark).AppendJoin(' ', stanza.Arguments).Append('\n');
            var body = AgeBase64.Encode(stanza.Body);
            for (var at = 0; at <= body.Length; at += AgeFormat.BodyColumns)
            {
                text.Append(body.AsSpan(at, Math.Min(AgeFormat.BodyColumns, body.Length - at))).Append('\n');
            }
        }
        return Encoding.ASCII.GetBytes(text.Append(EndMark).ToString());
    }

    /// <summary>The whole header.</summary>
    public static byte[] Write(byte[] signed, ReadOnlySpan<byte> mac) =>
        [.. signed, .. Encoding.ASCII.GetBytes($" {AgeBase64.Encode(mac)}\n")];

    /// <param name="file">From the file's beginning.</param>
    /// <returns>Null, and why, when it breaks the format.</returns>
    public static AgeHeader? Read(ReadOnlySpan<byte> file, out AgeFault fault)
    {
        var lines = new AgeLines(file);
        fault = AgeFault.NotAge;
        if (!lines.TryNext(out var line) || line is not AgeFormat.VersionLine)
        {
            return null;
        }
        fault = AgeFault.BadHeader;
        var stanzas = new List<AgeStanza>();
        while (true)
        {
            var begin = lines.Position;
            if (!lines.TryNext(out line))
            {
                return null;
            }
            if (line.StartsWith(EndMark, StringComparison.Ordinal))
            {
                return ReadEnd(stanzas, line) is { } mac
                    ? new AgeHeader(stanzas, file[..(begin + EndMark.Length)].ToArray(), mac, lines.Position)
                    : null;
            }
            if (ReadStanza(line, ref lines) is not { } stanza)
            {
                return null;
            }
            stanzas.Add(stanza);
        }
    }

    private static byte[]? ReadEnd(List<AgeStanza> stanzas, string line)
    {
        // A passphrase stanza beside others would let its owner be tricked into opening what anybody made.
        if (stanzas.Count == 0 || (stanzas.Count > 1 && stanzas.Exists(s => s.Type is AgeFormat.Scrypt)))
        {
            return null;
        }
        return line.Length > EndMark.Length && line[EndMark.Length] == ' '
            && AgeBase64.Decode(line.AsSpan(EndMark.Length + 1)) is { Length: AgeFormat.MacSize } mac
            ? mac
            : null;
    }

    private static AgeStanza? ReadStanza(string line, ref AgeLines lines)
    {
        if (!line.StartsWith(StanzaMark, StringComparison.Ordinal))
        {
            return null;
        }
        var arguments = line[StanzaMark.Length..].Split(' ');
        if (arguments.Any(a => a.Length == 0 || a.Any(c => c is < (char)33 or > (char)126)))
        {
            return null;
        }
        var body = new List<byte>();
        while (lines.TryNext(out var row))
        {
            if (row.Length > AgeFormat.BodyColumns || AgeBase64.Decode(row) is not { } bytes)
            {
                return null;
            }
            body.AddRange(bytes);
            if (row.Length < AgeFormat.BodyColumns)
            {
                return new AgeStanza(arguments, [.. body]);
            }
        }
        return null;
    }
}
