namespace OutreachBot.Flows.Languages.Identification;

/// <summary>Words that several languages have (warmi, wawa, qullqi): a message made of nothing else tells none of them.</summary>
/// <remarks>By the hash of their bare form; a word's languages are bits, in the order of <see cref="LanguageTag.All"/>.</remarks>
internal sealed class SharedWords
{
    private readonly uint[] _hashes;
    private readonly byte[] _languages;

    /// <param name="hashes">Ascending.</param>
    /// <param name="languages">For each of them.</param>
    public SharedWords(uint[] hashes, byte[] languages)
    {
        _hashes = hashes;
        _languages = languages;
    }

    public ReadOnlySpan<uint> Hashes => _hashes;

    public ReadOnlySpan<byte> Languages => _languages;

    /// <summary>The languages that have every word of a message, as bits; 0 when some word is of one language, or of none.</summary>
    /// <param name="bare">A bare view.</param>
    public int OfAll(ReadOnlySpan<char> bare)
    {
        var common = 0xFF;
        var start = 1;
        while (start < bare.Length && common != 0)
        {
            var letters = bare[start..].IndexOf(' ');
            var at = Array.BinarySearch(_hashes, Hash(bare.Slice(start, letters)));
            common &= at < 0 ? 0 : _languages[at];
            start += letters + 1;
        }
        return start == 1 ? 0 : common;
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 16777619u;
        }
        return hash;
    }
}
