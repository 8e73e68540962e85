namespace OutreachBot.Flows.Definitions;

/// <summary>Where a step leads: a state of the same flow, or the end of the flow.</summary>
public readonly record struct Target(string? State)
{
    /// <summary>Written <c>end</c>.</summary>
    public static readonly Target End = new(null);

    public bool IsEnd => State is null;

    public override string ToString() => State ?? "end";
}

/// <summary>A value handed to an effect or a called flow: the name of a remembered value, or a literal.</summary>
public readonly record struct Argument(string Text, bool IsLiteral);

/// <summary>What one state does; each state has exactly one step.</summary>
public abstract record Step;

public enum QuestionKind
{
    YesNo,
    Choice,
    Text,
    Story,
    Number,
    Place,
    When,
    Code,
    Language,
}

/// <summary>Says the prompt and waits for an answer.</summary>
/// <param name="Prompt">The prompt's name; the state's own unless the author named another.</param>
/// <param name="SaysBefore">Prompts said before the question.</param>
/// <param name="Into">The remembered value that takes the answer; null where only the way taken matters.</param>
/// <param name="Then">Where an answer leads, unless a more particular target says otherwise.</param>
/// <param name="Options">For a choice: key and target, in the order shown; at most 8.</param>
/// <param name="Routes">Named ways out by the kind: <c>yes no unsure unknown outside free skip tells</c>.</param>
public sealed record AskStep(
    QuestionKind Kind,
    string Prompt,
    IReadOnlyList<string> SaysBefore,
    string? Into,
    Target? Then,
    IReadOnlyList<KeyValuePair<string, Target>> Options,
    IReadOnlyDictionary<string, Target> Routes,
    QuestionRules Rules) : Step;

/// <summary>The limits of a question.</summary>
/// <param name="Skippable">0 skips it.</param>
/// <param name="UnlessKnown">Passed over when its value is known.</param>
/// <param name="UntilDone">A story that goes on until LISTO.</param>
/// <param name="Min">Least number taken.</param>
/// <param name="Max">Largest number taken.</param>
/// <param name="Digits">Length of a code.</param>
/// <param name="Accepts">For a story: which of text, voice, image.</param>
public sealed record QuestionRules(
    bool Skippable, bool UnlessKnown, bool UntilDone, int? Min, int? Max, int? Digits, IReadOnlyList<string> Accepts);

/// <summary>Says prompts and goes on, or ends the flow.</summary>
public sealed record SayStep(IReadOnlyList<string> Prompts, Target Then) : Step;

/// <summary>Has the host carry out an effect, and goes on by its outcome.</summary>
/// <param name="Then">By outcome; the key <c>*</c> stands for any that is not named.</param>
public sealed record DoStep(
    string Effect, IReadOnlyDictionary<string, Argument> With, IReadOnlyDictionary<string, Target> Then) : Step;

/// <summary>A flow within the flow, and back.</summary>
public sealed record CallStep(string Flow, string? At, IReadOnlyDictionary<string, Argument> With, Target Then) : Step;

/// <summary>Branches on something known; nothing is said.</summary>
/// <param name="Subject">A remembered value, <c>known NAME</c>, or <c>@channel</c>, <c>@person</c>, …</param>
public sealed record WhenStep(string Subject, IReadOnlyDictionary<string, Target> Is, Target? Else) : Step;

/// <summary>Waits for the next message, or for a time.</summary>
/// <param name="For">How long; null: only a message goes on.</param>
/// <param name="Then">Where the time, or without a time the message, leads.</param>
/// <param name="OnMessage">Where a message leads before the time is over.</param>
public sealed record WaitStep(TimeSpan? For, Target Then, Target? OnMessage) : Step;

/// <summary>Ends the flow in silence.</summary>
public sealed record EndStep : Step;
