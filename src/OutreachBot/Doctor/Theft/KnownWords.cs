using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace OutreachBot.Doctor.Theft;

/// <summary>Words and numbers that the server key opened: what must be found nowhere else.</summary>
internal sealed partial class KnownWords
{
    private const int Shortest = 12;
    private const int NationalDigits = 8;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public int Count => _words.Count + _numbers.Count;

    /// <summary>Takes the texts out of what a box held: the strings of its JSON, or the whole.</summary>
    public void Learn(ReadOnlySpan<byte> plain)
    {
        var text = Encoding.UTF8.GetString(plain);
        foreach (Match quoted in Quoted().Matches(text))
        {
            Learn(Regex.Unescape(quoted.Groups["text"].Value.Replace("\\/", "/", StringComparison.Ordinal)));
        }
    }

    public Search ToSearch() => new(_words, _numbers);

    private void Learn(string text)
    {
        var digits = text.TrimStart('+');
        if (digits.Length is >= NationalDigits and <= 15 && digits.All(char.IsAsciiDigit))
        {
            _numbers.Add(digits);
        }
        else if (text.Length >= Shortest && text.Contains(' ', StringComparison.Ordinal))
        {
            _words.Add(text);
        }
    }

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Quoted();

    /// <summary>Finds them among bytes, as UTF-8 or UTF-16.</summary>
    internal sealed class Search
    {
        private readonly SearchValues<string>? _words;
        private readonly SearchValues<string>? _numbers;

        public Search(IEnumerable<string> words, IEnumerable<string> numbers)
        {
            _words = Values(words);
            _numbers = Values(numbers);
        }

        /// <returns>Words, and numbers, that begin in the stretch.</returns>
        public (int Words, int Numbers) Count(ReadOnlySpan<byte> bytes, Range own)
        {
            if (_words is null && _numbers is null)
            {
                return default;
            }
            var text = Encoding.Latin1.GetString(bytes);
            return (Count(text, own, _words), Count(text, own, _numbers));
        }

        private static int Count(ReadOnlySpan<char> text, Range own, SearchValues<string>? values)
        {
            var (at, length) = own.GetOffsetAndLength(text.Length);
            var end = at + length;
            var found = 0;
            while (values is not null && text[at..].IndexOfAny(values) is var next && next >= 0 && at + next < end)
            {
                found++;
                at += next + 1;
            }
            return found;
        }

        private static SearchValues<string>? Values(IEnumerable<string> texts)
        {
            string[] spellings =
            [
                .. texts.SelectMany<string, byte[]>(t => [Encoding.UTF8.GetBytes(t), Encoding.Unicode.GetBytes(t), Encoding.BigEndianUnicode.GetBytes(t)])
                    .Select(Encoding.Latin1.GetString),
            ];
            return spellings.Length == 0 ? null : SearchValues.Create(spellings, StringComparison.Ordinal);
        }
    }
}
