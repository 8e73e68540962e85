namespace OutreachBot.Effects;

/// <summary>Stands before effects that not everybody with the phone may have carried out.</summary>
public interface IEffectGuard
{
    /// <returns>One of <see cref="Flows.Definitions.ProofOutcomes"/>, and the effect isn't carried out; null: it may be.</returns>
    string? Hold(EffectRequest request);
}
