namespace OutreachBot.Flows.Languages.Identification;

/// <summary>The pieces of a message that its language is read from, as places in a table of weights.</summary>
/// <remarks>
/// Runs of 1 to 6 letters of a word, its ends marked, and the whole word, in each view of <see cref="SpellingViews"/>; nothing
/// reaches over two words, so that what a message says is the sum of what its words say. A piece is known by its hash
/// alone: the table holds no text.
/// </remarks>
internal static class Features
{
    private const int Shortest = 1;
    private const int Longest = 5;

    /// <summary>Most pieces that one message can have.</summary>
    public const int Most = SpellingViews.Room * 3 * (Longest + 1);

    /// <summary>Reads the pieces of a message.</summary>
    /// <param name="places">At least <see cref="Most"/> long.</param>
    /// <param name="bits">The table has 2^bits places.</param>
    /// <returns>How many there are; 0 when there is no letter.</returns>
    public static int Read(string text, Span<int> places, int bits)
    {
        Span<char> full = stackalloc char[SpellingViews.Room];
        return Read(full[..SpellingViews.Full(text, full)], places, bits);
    }

    /// <summary>Reads the pieces of a full view, or of a stretch of one that begins and ends with a space.</summary>
    public static int Read(ReadOnlySpan<char> full, Span<int> places, int bits)
    {
        Span<char> bare = stackalloc char[SpellingViews.Room];
        Span<char> sound = stackalloc char[SpellingViews.Room];
        var bareLength = SpellingViews.Bare(full, bare);
        var soundLength = SpellingViews.Sound(bare[..bareLength], sound);
        var count = 0;
        Collect(full, 1, Shortest, places, ref count, bits);
        Collect(bare[..bareLength], 2, Shortest + 1, places, ref count, bits);
        Collect(sound[..soundLength], 3, Shortest + 1, places, ref count, bits);
        return count;
    }

    private static void Collect(ReadOnlySpan<char> view, uint seed, int shortest, Span<int> places, ref int count, int bits)
    {
        var start = 0;
        while (start + 1 < view.Length)
        {
            var length = view[(start + 1)..].IndexOf(' ');
            CollectWord(view.Slice(start, length + 2), seed * 0x9E3779B1u, shortest, places, ref count, bits);
            start += length + 1;
        }
    }

    private static void CollectWord(ReadOnlySpan<char> word, uint seed, int shortest, Span<int> places, ref int count, int bits)
    {
        for (var start = 0; start < word.Length; start++)
        {
            var hash = seed;
            var longest = start == 0 ? word.Length : Math.Min(word.Length, start + Longest);
            for (var end = start; end < longest; end++)
            {
                hash = (hash ^ word[end]) * 0x01000193u;
                hash ^= hash >> 15;
                var length = end - start + 1;
                if (length >= shortest && (length <= Longest || end == word.Length - 1) && !(length == 1 && word[start] == ' '))
                {
                    places[count++] = (int)(Mix(hash + (uint)length) >> (32 - bits));
                }
            }
        }
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
