using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;

namespace OutreachBot.Alerts;

/// <summary>Too many wrong PINs: the alert goes on as after silence, and coordinators are told, without a name or a case.</summary>
internal sealed class PinAlarm(IAlertStore alerts, CaseReturn cases, IResponders responders, AlertMessages messages) : IPinAlarm
{
    public void TooManyWrong(EffectRequest request)
    {
        var responder = request.Responder!;
        if (AlertCode.TryParse(request.Call.Run, out var code) && alerts.FindByCode(request.Unit, responder.Id, code) is { } alert)
        {
            cases.GiveBack(request.Unit, alert, "silent");
        }
        var all = responders.All(request.Unit)
            .Where(r => r.Role == ResponderRole.Coordinator && r.Id != responder.Id && r.IsSample == responder.IsSample)
            .ToList();
        var near = all.Where(r => r.Country == responder.Country).ToList();
        foreach (var coordinator in near.Count > 0 ? near : all)
        {
            messages.PinTrouble(request.Unit, coordinator);
        }
    }
}
