using OutreachBot.Flows.Chats;

namespace OutreachBot.Flows.Walking;

/// <summary>What kind of thing happens to a conversation in one step of a walk.</summary>
internal enum MoveKind
{
    /// <summary>An answer to the question that waits, as the question understands it.</summary>
    Answer,

    /// <summary>Something told that nobody asked for: words, a voice note, a picture, a pin.</summary>
    Tells,

    /// <summary>One of the words that are always there, or that start a flow.</summary>
    Word,

    /// <summary>Nothing that can be understood.</summary>
    Nonsense,

    /// <summary>Nobody writes.</summary>
    Silence,

    /// <summary>She answers something that was sent to her unasked.</summary>
    Entrance,
}

/// <summary>One step of a walk, as a line of a transcript says it.</summary>
/// <param name="Line">For example <c>&gt; 1</c>, <c>@ +20m</c>, <c>@ voice</c>.</param>
/// <param name="Concept">What a word stands for; else null.</param>
/// <param name="Expects">The arrow that an answer must take; null: whichever.</param>
internal sealed record Move(MoveKind Kind, string Line, ChatStimulus Stimulus, string? Concept = null, string? Expects = null)
{
    public static Move Of(MoveKind kind, string line, string? concept = null, string? expects = null) =>
        new(kind, line, ChatFile.Parse("walk.chat", line).Turns[0].Stimulus, concept, expects);

    /// <summary>She sends words.</summary>
    public static Move Says(MoveKind kind, string text, string? concept = null, string? expects = null) => Of(kind, "> " + text, concept, expects);
}
