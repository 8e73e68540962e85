using System.Text;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>The text of a file that has to be UTF-8.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text without a byte order mark, or what is wrong.</returns>
    public static (string Text, RowFault? Fault) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > TranslationFormats.LargestFile)
        {
            return ("", new RowFault("line 1", null, $"the file is larger than {TranslationFormats.LargestFile >> 20} MB", "It is no export of this line: export anew."));
        }
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return ("", new RowFault("line 1", null, "the file is UTF-16", "Save it as UTF-8 ('CSV UTF-8' in a spreadsheet), or work in the .xlsx."));
        }
        try
        {
            return (Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes), null);
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            return ("", new RowFault($"line {line}", null, "the file is not UTF-8", "Save it as UTF-8 ('CSV UTF-8' in a spreadsheet), or work in the .xlsx."));
        }
    }
}
