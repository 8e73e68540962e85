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

    /// <summary>When a responder has to show that it is she before it is carried out.</summary>
    public ProofNeed Proof { get; init; }
}

/// <summary>When an effect asks a responder for her PIN: her phone may be in other hands, and an SMS sender forged.</summary>
public enum ProofNeed
{
    Never,

    /// <summary>Needs none, but is refused while too many wrong ones hold her up: she would take what she can't read.</summary>
    Refused,

    /// <summary>Where she has one.</summary>
    OnceSet,

    /// <summary>On an alert or a case; she chooses one first, where she has none.</summary>
    Always,
}

/// <summary>What the host says in the place of an outcome, where a PIN stands before the effect. The engine asks, and has it carried out then.</summary>
public static class ProofOutcomes
{
    /// <summary>She has to give it.</summary>
    public const string Ask = "pin";

    /// <summary>She has none yet, and has to choose one.</summary>
    public const string Choose = "pin_new";

    /// <summary>Too many wrong ones: not now.</summary>
    public const string Locked = "pin_locked";

    public static IReadOnlyList<string> All { get; } = [Ask, Choose, Locked];
}
