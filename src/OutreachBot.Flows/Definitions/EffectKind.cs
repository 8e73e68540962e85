namespace OutreachBot.Flows.Definitions;

/// <summary>Whose value an effect gives back to the flow that called it.</summary>
public enum GiftOrigin
{
    /// <summary>The system's own or public facts: a code, a count, a status.</summary>
    System,

    /// <summary>Words of another person; only <c>hand_over</c> and <c>relay</c> may give these.</summary>
    AnotherPerson,
}

/// <summary>A parameter of an effect.</summary>
/// <param name="Takes">The most private mark it may be given. A parameter that is sealed on arrival, or never leaves, takes <see cref="Privacy.Sealed"/>.</param>
public sealed record EffectParameter(string Name, Privacy Takes, bool Required)
{
    /// <summary>Words that are delivered: unless the effect was not done the flow forgets them, and what is told next is not told with them again.</summary>
    public bool Delivered { get; init; }
}

/// <summary>What an effect gives back, as a value the flow can say.</summary>
public sealed record EffectGift(string Name, GiftOrigin Origin, Privacy Privacy);

/// <summary>The contract of one effect between flows and host.</summary>
/// <param name="Outcomes">First the ordinary one.</param>
public sealed record EffectKind(
    string Name,
    string About,
    IReadOnlyList<EffectParameter> Parameters,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<EffectGift> Gives)
{
    /// <summary>Outcomes by which nothing was done: what was to be delivered stays with the flow.</summary>
    public IReadOnlyList<string> Undone { get; init; } = [];
}
