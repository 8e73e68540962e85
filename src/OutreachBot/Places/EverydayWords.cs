using OutreachBot.Conversations;

namespace OutreachBot.Places;

/// <summary>The words that are no misspelt place, because everybody uses them.</summary>
internal sealed class EverydayWords : IOrdinaryWords
{
    private readonly Lazy<IReadOnlySet<string>> _words = new(() => PlaceFacts.Read().OrdinaryWords);

    public bool Contains(string word) => _words.Value.Contains(word);
}
