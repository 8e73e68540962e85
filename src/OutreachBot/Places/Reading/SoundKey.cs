namespace OutreachBot.Places.Reading;

/// <summary>Spells a word by its sound, so that the many spellings of one name meet.</summary>
/// <remarks>
/// Spanish of the Andes and of Guatemala: b/v, s/z/c, ll/y, h and g before vowels of 'u'; and the spellings of indigenous
/// languages: k/qu/c, w/hu/gu, three vowels for five. Quillacollo and Killaqullu both become <c>kiyakuyu</c>.
/// </remarks>
internal static class SoundKey
{
    /// <param name="word">Folded: a to z and digits.</param>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> key = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var (sound, taken) = Next(word, i);
            i += taken - 1;
            if (sound != '\0' && (length == 0 || key[length - 1] != sound))
            {
                key[length++] = sound;
            }
        }
        return new string(key[..length]);
    }

    private static (char Sound, int Taken) Next(ReadOnlySpan<char> word, int i)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        var afterNext = i + 2 < word.Length ? word[i + 2] : '\0';
        switch (word[i])
        {
            case 'c' when next == 'h':
                return ('C', 2);
            case 's' when next == 'h':
                return ('s', 2);
            case 'l' when next == 'l':
                return ('y', 2);
            case 't' when next is 'z' or 's':
                return ('s', 2);
            case 'q' when next == 'u' && afterNext is 'e' or 'i':
                return ('k', 2);
            case 'g' when next == 'u' && afterNext is 'e' or 'i':
                return ('g', 2);
            case 'g' or 'h' when next == 'u' && IsVowel(afterNext):
                return ('w', 2);
            case 'c' or 'k' or 'q':
                return (word[i] == 'c' && next is 'e' or 'i' ? 's' : 'k', next == 'h' ? 2 : 1);
            case 'p' or 't' when next == 'h':
                return (word[i], 2);
            case 'g' when next is 'e' or 'i':
                return ('j', 1);
            case 'u' when i > 0 && IsVowel(word[i - 1]) && IsVowel(next):
                return ('w', 1);
            case 'y' when !IsVowel(next):
                return ('i', 1);
            case 'm' when next is 'p' or 'b' or 'v' or '\0' && i > 2:
                return ('n', 1);
            case 'h' when i > 0 && next == '\0':
                // Mayan names end so: Nebaj, Nebah.
                return ('j', 1);
            case 'h':
                return ('\0', 1);
            case 'v':
                return ('b', 1);
            case 'z' or 'x':
                return ('s', 1);
            case 'e':
                return ('i', 1);
            case 'o':
                return ('u', 1);
            default:
                return (word[i], 1);
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
