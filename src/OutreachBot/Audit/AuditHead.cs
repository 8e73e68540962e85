using System.Globalization;

namespace OutreachBot.Audit;

/// <summary>How far a chain had come at some moment: its last line's number and hash. Kept elsewhere, it proves that nothing was cut off.</summary>
/// <param name="Number">Of the last line; 0 before the first.</param>
/// <param name="Hash">64 hexadecimal digits, lower case.</param>
internal readonly record struct AuditHead(long Number, string Hash)
{
    /// <summary>Of a chain without a line.</summary>
    public static AuditHead None => new(0, Convert.ToHexStringLower(AuditHash.Beginning));

    public static AuditHead Of(AuditLine? last) => last is null ? None : new AuditHead(last.Number, Convert.ToHexStringLower(last.Hash));

    /// <param name="text"><c>17:</c> and 64 hexadecimal digits, as <see cref="ToString"/> writes it.</param>
    public static bool TryParse(string? text, out AuditHead head)
    {
        head = default;
        if (text?.Trim().Split(':') is not [var number, { Length: AuditHash.Size * 2 } hash]
            || !hash.All(char.IsAsciiHexDigit)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return false;
        }
        head = new AuditHead(line, hash.ToLowerInvariant());
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
