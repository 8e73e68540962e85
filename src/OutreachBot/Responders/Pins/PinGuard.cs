using OutreachBot.Effects;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Responders.Pins;

/// <summary>Asks a responder for her PIN before details, before what changes a case or her record, and before BORRAR.</summary>
internal sealed class PinGuard(IPinStore pins) : IEffectGuard
{
    /// <summary>Name of the session's link that says on which channel she has shown that it is she. SALIR ends it.</summary>
    public const string Link = "pin";

    /// <summary>
    /// So long one showing holds. Enough to read a case, say what she does and ask a question; not lengthened by going on, so
    /// that whoever takes the phone from her hand can't keep it open.
    /// </summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    public string? Hold(EffectRequest request)
    {
        var need = NeedOf(request);
        if (request.Responder is not { } responder || need == ProofNeed.Never)
        {
            return null;
        }
        var pin = pins.Find(request.Unit, responder.Id);
        if (pin.IsLocked(request.Unit.Now))
        {
            return ProofOutcomes.Locked;
        }
        if (need == ProofNeed.Refused)
        {
            return null;
        }
        if (pin.Hash is null)
        {
            return need == ProofNeed.Always ? ProofOutcomes.Choose : null;
        }
        // On this channel: a WhatsApp sender can't be forged as an SMS sender can.
        return TimedLink.Read(request.Link(Link), request.Unit.Now) == request.Channel.ToString() ? null : ProofOutcomes.Ask;
    }

    /// <summary>What she does as anybody (her own report, its follow-up) has no alert's run, and asks for none.</summary>
    private static ProofNeed NeedOf(EffectRequest request) =>
        EffectCatalogue.TryFind(request.Call.Name, out var effect) && (effect.Proof != ProofNeed.Always || request.Call.Run.Length > 0)
            ? effect.Proof
            : ProofNeed.Never;

    public static EffectResult Shown(EffectRequest request) => EffectResult.Of("ok")
        .Linking(Link, TimedLink.Until(request.Unit.Now + Holds, request.Channel.ToString()));
}
