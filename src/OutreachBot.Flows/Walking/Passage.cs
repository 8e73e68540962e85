using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>One message, and what was true when it was said.</summary>
/// <param name="ByClock">Nobody had written.</param>
internal sealed record Spoken(Say Say, Told Told, bool ByClock);

/// <summary>What came of one move: the whole turn, with what the host was asked to do on the way.</summary>
internal sealed record Passage(Spot To, IReadOnlyList<Spoken> Says, IReadOnlyList<Carried> Effects, IReadOnlyList<TurnEvent> Events)
{
    public static Passage From(Spot spot) => new(spot, [], [], []);

    /// <summary>What was said, prompt by prompt, without the engine's notices of language.</summary>
    public IEnumerable<string> Prompts() =>
        Says.SelectMany(s => s.Say.Prompts).Where(p => p is not ("shared.not_in_language" or "shared.draft_mark"));

    public override string ToString() => "[passage]";
}
