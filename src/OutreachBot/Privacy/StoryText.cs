namespace OutreachBot.Privacy;

/// <summary>Words of a person about what happened. They print as nothing; whoever needs them says so.</summary>
public sealed class StoryText(string words) : IEquatable<StoryText>
{
    private readonly string _words = words;

    /// <summary>UTF-16 units.</summary>
    public int Length => _words.Length;

    /// <summary>The words themselves, on their way into a seal or out to whom they are for.</summary>
    public string Reveal() => _words;

    public bool Equals(StoryText? other) => other is not null && string.Equals(_words, other._words, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as StoryText);

    public override int GetHashCode() => _words.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => "[story]";
}
