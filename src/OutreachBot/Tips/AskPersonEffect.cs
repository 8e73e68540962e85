using OutreachBot.Effects;
using OutreachBot.Flows.Languages;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary><c>ask_person</c>: a case of its own, for somebody to call or to write back; her number is kept until one has.</summary>
internal sealed class AskPersonEffect(
    ITipStore tips, IHandOverStore copies, ICaseStore cases, TipIntake intake, NamedBefore named, Naming naming, IAlerting alerting) : IEffectHandler
{
    public string Effect => "ask_person";

    public EffectResult Handle(EffectRequest request)
    {
        var unit = request.Unit;
        var telling = Telling.Of(request) with { Language = LanguageOf(request) };
        // Asked for twice while nobody has answered: one case, with the newest wish.
        var tip = Waiting(request) ?? intake.Begin(unit, telling) with { IsCallBack = true };
        tips.Save(unit, tip);
        if (request.Address is { } address)
        {
            cases.KeepContact(unit, tip.Id, new Contact(address, Hours: null) { Call = WishOf(request), Quiet = TipLinks.IsQuiet(request.Session) });
        }
        copies.Save(unit, tip.Id, new HandOverCopy(
            tip.Kind, tip.Municipality ?? tip.Department, tip.Urgency, Minor: false, KeptAway: false, Story: null, WishOf(request)));
        Offer(unit, tip, naming.Read(unit, named.Before(request, tips.DiscretionOf(unit, tip.Id)), tip.Municipality, telling.Words));
        return EffectResult.Of("ok").Linking(TipLinks.Case(tip.Id), "1");
    }

    // She was not asked who must not know, and whoever accepts reads her number: nobody of her own place, while there is a
    // coordinator; and nobody whom she named in what she has told.
    private void Offer(UnitOfWork unit, Tip tip, Discretion discretion)
    {
        discretion = discretion with { Asked = true };
        tips.Save(unit, tip.Id, discretion with { CoordinatorOnly = true });
        // Asked for again: whoever was told before she was named loses it.
        tip = alerting.TakeAway(unit, tip, discretion.KeepAway);
        if (!alerting.Offer(unit, tip))
        {
            tips.Save(unit, tip.Id, discretion);
            alerting.Offer(unit, tip);
        }
    }

    private Tip? Waiting(EffectRequest request) =>
        TipLinks.Cases(request.Session)
            .Select(id => tips.Find(request.Unit, id))
            .FirstOrDefault(t => t is { IsCallBack: true, IsOver: false, Assigned: null });

    private static CallWish WishOf(EffectRequest request)
    {
        var how = request.Text("how");
        return new CallWish(
            how == "write" ? null : request.Address?.Value, how, request.Text("hours"), request.Text("cover_word"),
            LanguageOf(request).ToString());
    }

    private static LanguageTag LanguageOf(EffectRequest request) =>
        LanguageTag.TryParse(request.Text("language"), out var asked) ? asked : request.Session.Language ?? LanguageTag.Spanish;
}
