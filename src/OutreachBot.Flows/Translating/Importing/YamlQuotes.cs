using System.Globalization;
using System.Text;
using YamlDotNet.Core;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>Writes a value as YAML, in the way the one before it was written where that can say it.</summary>
internal static class YamlQuotes
{
    public static string Write(string value, ScalarStyle before)
    {
        var isSimple = !value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF');
        return before switch
        {
            ScalarStyle.SingleQuoted when isSimple => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'",
            ScalarStyle.Plain when IsBareWord(value) => value,
            _ => Double(value),
        };
    }

    public static string Double(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' =>
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }
        return text.Append('"').ToString();
    }

    /// <summary>A word no reader takes for anything but itself: a status, a key, a day.</summary>
    public static bool IsBareWord(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && value is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off") && value[0] != '-';
}
