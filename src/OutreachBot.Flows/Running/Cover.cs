using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>The word after which the thread is a page of a farming calendar, and whether it is one now.</summary>
/// <param name="Word">The one she chose, in the form words are compared in; null: the line's own alone.</param>
/// <param name="Notices">She wants to be told of what waits for her meanwhile.</param>
/// <param name="IsOn">Whoever writes reads the calendar.</param>
public sealed record Cover(string? Word, bool Notices, bool IsOn)
{
    /// <summary>Under five letters nothing is guessed, as with the line's own words.</summary>
    private const int FewestGuessed = 5;

    private const int LongestTwice = 170;

    public static readonly Cover None = new(null, false, false);

    /// <summary>It is the word she chose, or that with a slip of a finger.</summary>
    /// <param name="key">In the form words are compared in.</param>
    public bool IsWord(string key) => Word is { } own && (key == own || (key.Length >= FewestGuessed && Typos.AtMostOne(key, own)));

    /// <summary>The word she chose, twice in one message: who can write that knows it, for in the thread it stands once at most.</summary>
    public bool IsWordTwice(string text) => IsTwice(text, IsWord);

    /// <summary>One thing and the same thing again, and nothing else.</summary>
    internal static bool IsTwice(string text, Func<string, bool> isIt)
    {
        var key = text.Length > LongestTwice ? [] : Collation.Key(text).Split(' ');
        var half = key.Length / 2;
        return half > 0 && key.Length % 2 == 0 && isIt(string.Join(' ', key[..half])) && isIt(string.Join(' ', key[half..]));
    }

    public override string ToString() => "[cover]";
}
