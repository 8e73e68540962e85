using OutreachBot.Demo;
using OutreachBot.Flows.Languages;
using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>Three people who don't exist, on the simulator's phones, so that a demo goes all the way.</summary>
internal sealed class SampleResponders(IResponders responders, IResponderKeys keys) : IDemoResident
{
    private static readonly IReadOnlyList<LanguageTag> AllWithFlows = LanguageTag.WithFlows;

    /// <summary>Made anew for each demo: their ids say nothing.</summary>
    public static IReadOnlyList<Responder> Make() =>
    [
        new(ResponderId.Draw(), "Ana Ejemplo", SimulatedPhones.Defender, ResponderRole.Defender, "BO",
            ["BO", "GT", "BO-010601", "BO-050701", "GT-1406"], AllWithFlows, [], "Red de ejemplo",
            OnDuty: true, OptedOut: false, IsSample: true, LastAlertedAt: null),
        new(ResponderId.Draw(), "Olga Ejemplo", SimulatedPhones.Official, ResponderRole.Official, "BO",
            ["BO", "GT"], AllWithFlows, [], "Defensoría de ejemplo",
            OnDuty: true, OptedOut: false, IsSample: true, LastAlertedAt: null),
        new(ResponderId.Draw(), "Clara Ejemplo", SimulatedPhones.Coordinator, ResponderRole.Coordinator, "BO",
            ["BO", "GT"], AllWithFlows, [], "Coordinación de ejemplo",
            OnDuty: true, OptedOut: false, IsSample: true, LastAlertedAt: null),
    ];

    public void MoveIn(UnitOfWork unit)
    {
        if (responders.All(unit).Count > 0)
        {
            return;
        }
        foreach (var sample in Make())
        {
            responders.Save(unit, sample);
        }
    }

    public void MoveOut(UnitOfWork unit)
    {
        foreach (var sample in responders.All(unit).Where(r => r.IsSample))
        {
            responders.Remove(unit, sample.Id);
            keys.DestroyOf(unit, sample.Id);
        }
    }
}
