using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>One message to the person.</summary>
/// <param name="Text">As it goes out: folded on SMS.</param>
/// <param name="Prompts">The prompts it was made of, <c>flow.prompt</c> or <c>shared.prompt</c>; transcripts and the simulator name them.</param>
/// <param name="Options">What can be answered, numbered from 1; empty where the answer is free.</param>
/// <param name="Audio">The name of a sound of the last of the prompts, as <see cref="ISounds"/> gave it; null where there is none or the channel carries none.</param>
/// <param name="Once">Never kept as a reply for a duplicate: details shown once.</param>
public sealed record Say(
    string Text, IReadOnlyList<string> Prompts, IReadOnlyList<string> Options, string? Audio, bool Once)
{
    /// <summary>The sound goes before the words.</summary>
    public bool AudioFirst { get; init; }

    public override string ToString() => $"[say {string.Join('+', Prompts)}]";
}

/// <summary>An effect to be carried out by the host before the turn goes on.</summary>
/// <param name="Run">The run that asks: an alert's code, or empty for the main one.</param>
public sealed record EffectCall(string Name, string Run, IReadOnlyDictionary<string, RememberedAnswer> With)
{
    public override string ToString() => $"[effect {Name}]";
}

/// <summary>What happened in a turn, for coverage, the simulator and figures. Holds no words of the person.</summary>
public abstract record TurnEvent;

public sealed record StateEntered(string Flow, string State) : TurnEvent;

/// <param name="Trigger">What moved it: <c>yes</c>, <c>option:tell</c>, <c>answered</c>, <c>skipped</c>, <c>outcome:ok</c>, …</param>
public sealed record ArrowTaken(string Flow, string From, string Trigger, string? To) : TurnEvent;

public sealed record NotUnderstood(string Flow, string State, int InARow) : TurnEvent;

public sealed record GlobalWord(string Concept) : TurnEvent;

public sealed record LanguageChanged(LanguageTag From, LanguageTag To) : TurnEvent;

public sealed record StoryKept : TurnEvent;

/// <summary>A session met a flow that has changed under it, and was led somewhere sensible.</summary>
public sealed record SessionMoved(string Flow, string State) : TurnEvent;

/// <summary>The turn would have gone on too long and was cut.</summary>
public sealed record BudgetSpent(string Flow, string State) : TurnEvent;

/// <param name="Session">The session after it; to be stored.</param>
/// <param name="Says">What to answer, in order; empty says nothing.</param>
/// <param name="Awaits">An effect to be carried out; then <c>Step</c> is called again with <see cref="EffectDone"/>. Null: the turn is over.</param>
/// <param name="WakeAt">When to call with <see cref="TimePassed"/> unless a message comes first; null: never.</param>
public sealed record TurnResult(
    Session Session,
    IReadOnlyList<Say> Says,
    EffectCall? Awaits,
    DateTimeOffset? WakeAt,
    IReadOnlyList<TurnEvent> Events);
