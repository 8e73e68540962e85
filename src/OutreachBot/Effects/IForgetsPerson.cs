namespace OutreachBot.Effects;

/// <summary>A room that keeps something of a person, and lets go of it when she writes BORRAR.</summary>
public interface IForgetsPerson
{
    /// <summary>Deletes owed numbers, drafts and links, within the turn's unit of work. The session itself is dropped by the conversation.</summary>
    void Forget(EffectRequest request);
}
