using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>A value that a person gave, in the form the flow keeps.</summary>
/// <param name="Text">The answer: words, an option's key, <c>yes</c>/<c>no</c>, a municipality id, digits.</param>
/// <param name="Said">The words she used, where they say more than <paramref name="Text"/> (a place's exact spot); else null.</param>
/// <param name="Attachments">Handles of voice and pictures; usually empty.</param>
public sealed record RememberedAnswer(ValueKind Kind, Privacy Privacy, string Text, string? Said, IReadOnlyList<Attachment> Attachments)
{
    public override string ToString() => $"[{Kind} value]";
}

/// <summary>One flow that is open, and where in it she is.</summary>
/// <param name="State">The state that waits.</param>
/// <param name="Waiting">What it waits for, where that is more than the state says: candidates of a place question, tries so far.</param>
/// <param name="Trail">The questions answered on the way here, the last at the end: ATRAS goes back along it.</param>
/// <param name="WakesAt">For a state that waits for a time: when that has come.</param>
public sealed record Frame(
    string Flow,
    string State,
    IReadOnlyDictionary<string, RememberedAnswer> Values,
    Waiting? Waiting,
    IReadOnlyList<string> Trail,
    DateTimeOffset? WakesAt);

/// <param name="Candidates">Place ids offered, in the order shown.</param>
/// <param name="Labels">How they were shown.</param>
/// <param name="Tries">How often this question was asked anew.</param>
/// <param name="Purpose">Which question of the engine's own this is: <c>which_place</c>, <c>department</c>, <c>stop_or_place</c>, <c>offer_person</c>; <c>unsaid</c>: the state's, which has not been said.</param>
/// <param name="Said">What she said so far, where an answer takes several messages.</param>
public sealed record Waiting(string Purpose, IReadOnlyList<string> Candidates, IReadOnlyList<string> Labels, int Tries, string? Said = null)
{
    public override string ToString() => $"[waiting {Purpose}]";
}

/// <summary>A stack of frames under one key: the main conversation (empty key) or an alert (its code).</summary>
/// <param name="Frames">Outermost first; empty when nothing is open.</param>
/// <param name="Pending">The effect whose outcome the run waits for within a turn; null between turns.</param>
public sealed record Run(string Key, IReadOnlyList<Frame> Frames, PendingEffect? Pending);

/// <summary>An effect under way, and what the turn has to know when it comes back from the host.</summary>
/// <param name="Word">The word that asked for it (<c>stop</c>, <c>erase</c>, …); null: the step of the run's state.</param>
/// <param name="Leaving">SALIR ends the conversation once what was agreed to is done.</param>
/// <param name="Silent">Nothing is said: the clock began this turn, or SALIR ends it.</param>
/// <param name="Spent">What the turn has used up so far.</param>
public sealed record PendingEffect(string Effect, string? Word, bool Leaving, bool Silent, TurnSpent Spent);

/// <summary>What one turn has used of its budget, over all its steps.</summary>
/// <param name="NoticeGiven">That a wording isn't there in her language has been said.</param>
/// <param name="MarkGiven">The mark of a draft has been shown.</param>
public sealed record TurnSpent(int Arrows, int Says, int Effects, bool NoticeGiven, bool MarkGiven)
{
    public static readonly TurnSpent Nothing = new(0, 0, 0, false, false);
}

/// <summary>Everything a conversation remembers between two messages. Immutable; serialised by the host under encryption.</summary>
/// <param name="Language">What she is answered in; null until known.</param>
/// <param name="Focus">Key of the run that a bare answer belongs to.</param>
/// <param name="Kept">What was told before a flow with a story began.</param>
/// <param name="LastSaid">The last answer, for REPETIR; never holds details shown once.</param>
/// <param name="LastAt">Time of her last message; null for a stranger.</param>
/// <param name="Held">What she wrote after a long silence, while she is asked whether to go on; null: that isn't being asked.</param>
/// <param name="DriftsTo">The language her last message was in, where that is not hers.</param>
/// <param name="Dormant">What is open was left for long and isn't shown again before she says that she goes on.</param>
/// <param name="Cover">The word that ends all this and leaves a farming calendar on the screen.</param>
/// <param name="Links">The host's own notes that live and die with the session: the tip under way, cases with follow-up.</param>
/// <param name="Version">Counts turns; the store refuses a stale one.</param>
public sealed record Session(
    LanguageTag? Language,
    string Focus,
    IReadOnlyDictionary<string, Run> Runs,
    IReadOnlyList<RememberedAnswer> Kept,
    IReadOnlyList<string> LastSaid,
    DateTimeOffset? LastAt,
    Pace Pace,
    Message? Held,
    string? DriftsTo,
    bool Dormant,
    Cover Cover,
    IReadOnlyDictionary<string, string> Links,
    long Version)
{
    /// <summary>A stranger's.</summary>
    public static readonly Session Stranger = new(
        null, "", new Dictionary<string, Run>(StringComparer.Ordinal), [], [], null, Pace.None, null, null, false, Cover.None,
        new Dictionary<string, string>(StringComparer.Ordinal), 0);

    public override string ToString() => "[session]";
}

/// <summary>What the flood rules count; hashes of texts, never the texts.</summary>
/// <param name="NotUnderstood">Answers in a row that nothing understood.</param>
/// <param name="LastHash">Hash of the last text.</param>
/// <param name="Same">How often that same text came within ten minutes.</param>
/// <param name="SameSince">When the first of them came.</param>
/// <param name="MinuteBegan">Start of the minute that is being counted.</param>
/// <param name="InMinute">Messages in it.</param>
/// <param name="Unanswered">Messages left without an answer since the last one that had one.</param>
public sealed record Pace(
    int NotUnderstood, int LastHash, int Same, DateTimeOffset SameSince, DateTimeOffset MinuteBegan, int InMinute, int Unanswered)
{
    public static readonly Pace None = new(0, 0, 0, default, default, 0, 0);
}
