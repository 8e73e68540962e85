using OutreachBot.Alerts;
using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary>A case, and at which end of it somebody is.</summary>
internal sealed record CaseEnd(Tip Tip, RelayEnd End);

/// <summary>Tells which case somebody speaks in.</summary>
internal sealed class CaseEnds(ITipStore tips, ICaseStore cases, HeldAlerts held, CaseTalk talk)
{
    /// <returns>Null when the case is over, or she has no part in any.</returns>
    public CaseEnd? Of(EffectRequest request)
    {
        if (request.Responder is not null && request.Call.Run.Length > 0)
        {
            return held.Of(request) is { } alert ? At(request, alert.Tip, RelayEnd.Responder) : null;
        }
        var tip = TipLinks.TipOpened(request)
            ?? TipLinks.Cases(request.Session).Cast<TipId?>()
                .FirstOrDefault(c => cases.Waits(request.Unit, c!.Value, RelayEnd.Reporter) || cases.WaitsAside(request.Unit, c.Value, RelayEnd.Reporter))
            ?? TipLinks.Current(request);
        return tip is { } id ? At(request, id, RelayEnd.Reporter) : null;
    }

    /// <returns>Null as well where the talk was ended.</returns>
    public CaseEnd? Talking(EffectRequest request) =>
        Of(request) is { } here && !talk.IsEndedFor(request.Unit, here.Tip.Id, here.End) ? here : null;

    /// <summary>A case of the reporter's that was closed, and of which she hasn't been told yet.</summary>
    public TipId? OverFor(EffectRequest request) =>
        request.Call.Run.Length > 0
            ? null
            : TipLinks.Cases(request.Session).Cast<TipId?>()
                .FirstOrDefault(c => tips.Find(request.Unit, c!.Value) is { State: TipState.Closed });

    private CaseEnd? At(EffectRequest request, TipId id, RelayEnd end) =>
        tips.Find(request.Unit, id) is { IsOver: false } tip ? new CaseEnd(tip, end) : null;
}
