using OutreachBot.Transactions;

namespace OutreachBot.Responders.Pins;

/// <summary>How somebody's PIN stands, for whoever keeps the list.</summary>
internal sealed class PinStates(IPinStore pins)
{
    /// <returns><c>none</c>, <c>set</c> or <c>locked</c>.</returns>
    public string Of(UnitOfWork unit, ResponderId responder) => pins.Find(unit, responder) switch
    {
        var pin when pin.IsLocked(unit.Now) => "locked",
        { Hash: null } => "none",
        _ => "set",
    };
}
