using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>sealed_said</c>, <c>sealed_handed_on</c>: something told in confidence comes up in a message, or goes to an effect that doesn't seal it.</summary>
/// <remarks>Only <c>hand_over</c> and <c>relay</c> carry such words, to the other end of the case, and those are shown once.</remarks>
internal sealed class SealedSaid : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn) => [.. Said(turn), .. HandedOn(turn)];

    private static IEnumerable<Finding> Said(WalkedTurn turn) =>
        from heard in turn.Passage.Says
        where !heard.Say.Once && Canaries.In(heard.Say.Text) is not null
        let prompt = heard.Say.Prompts.FirstOrDefault(p => turn.WordsOf(p).All().Any(w => w.Placeholders.Any()), heard.Say.Prompts[0])
        select turn.Fault("sealed_said", turn.SaidAt(prompt),
            $"'{prompt}' says what was told in confidence", "Leave the value out of it: somebody else may read the screen.");

    private static IEnumerable<Finding> HandedOn(WalkedTurn turn) =>
        from carried in turn.Passage.Effects
        where EffectCatalogue.TryFind(carried.Call.Name, out _)
        from argument in carried.Call.With
        where Canaries.Bears(argument.Value) && TakesOf(carried.Call.Name, argument.Key) < Privacy.Sealed
        select turn.Fault("sealed_handed_on", turn.Where(),
            $"'{argument.Key}' of {carried.Call.Name} is given what was told in confidence, and does not seal it", "Hand over another value, or keep the answer under a mark of its own.");

    private static Privacy TakesOf(string effect, string parameter) =>
        EffectCatalogue.TryFind(effect, out var kind) ? kind.Parameters.FirstOrDefault(p => p.Name == parameter)?.Takes ?? Privacy.Open : Privacy.Open;
}
