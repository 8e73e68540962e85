namespace OutreachBot.Conversations;

/// <summary>Words that people write every day: none of them may be what ends a conversation.</summary>
internal interface IOrdinaryWords
{
    /// <param name="word">One word, lower case, without marks.</param>
    bool Contains(string word);
}
