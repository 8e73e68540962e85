namespace OutreachBot.Effects;

/// <summary>A room that keeps something of a person, and lets go of it when she asks.</summary>
public interface IForgetsPerson
{
    /// <summary>BORRAR: deletes owed numbers, drafts and links, within the turn's unit of work. A responder's open cases are handed on first. The session itself is dropped by the conversation.</summary>
    void Forget(EffectRequest request);

    /// <summary>ALTO: deletes the numbers that were kept to answer to; what she told stays.</summary>
    void LetGoOfNumbers(EffectRequest request);
}
