namespace OutreachBot.Flows.Languages;

/// <summary>One slip of a finger: a letter wrong, missing, too many, or two in each other's place.</summary>
internal static class Typos
{
    /// <summary>Whether two words are the same but for one slip (optimal string alignment distance of at most 1).</summary>
    public static bool AtMostOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length)
        {
            return AtMostOne(other, one);
        }
        if (other.Length - one.Length > 1)
        {
            return false;
        }
        var same = one.CommonPrefixLength(other);
        one = one[same..];
        other = other[same..];
        if (one.Length < other.Length)
        {
            return one.SequenceEqual(other[1..]);
        }
        return one.Length == 0
            || one[1..].SequenceEqual(other[1..])
            || (one.Length > 1 && one[0] == other[1] && one[1] == other[0] && one[2..].SequenceEqual(other[2..]));
    }
}
