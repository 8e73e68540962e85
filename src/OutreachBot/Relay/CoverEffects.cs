using OutreachBot.Effects;
using OutreachBot.Outbox;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary><c>cover</c>: her thread is a farming calendar; what she agreed to hear of waits unannounced, unless she wants to be told, and whoever is to ring her is told not to.</summary>
internal sealed class CoverEffect(ITipStore tips, ICaseStore cases, IAlerting alerting, IOutbox outbox) : IEffectHandler
{
    public string Effect => "cover";

    public EffectResult Handle(EffectRequest request)
    {
        var quiet = request.Text("notices") != "yes";
        foreach (var tip in TipLinks.Cases(request.Session))
        {
            if (cases.ContactOf(request.Unit, tip) is { } contact)
            {
                Cover(request.Unit, tip, contact, quiet);
            }
        }
        return EffectResult.Of("ok");
    }

    private void Cover(UnitOfWork unit, TipId id, Contact contact, bool quiet)
    {
        var noCall = contact.Call?.Number is not null;
        cases.KeepContact(unit, id, contact with { Quiet = quiet, NoCall = noCall });
        if (quiet)
        {
            outbox.Withdraw(unit, id.Value);
        }
        // A ring can't be taken back, and she is not the one who hears it: whatever she chose of messages.
        if (noCall && !contact.NoCall && tips.Find(unit, id) is { IsOver: false } tip)
        {
            alerting.TellOfRinging(unit, tip, mayRing: false);
        }
    }
}

/// <summary><c>uncover</c>: she is back, and is told once if something waits.</summary>
internal sealed class UncoverEffect(ITipStore tips, ICaseStore cases, IAlerting alerting, RelayNews news) : IEffectHandler
{
    public string Effect => "uncover";

    public EffectResult Handle(EffectRequest request)
    {
        var unit = request.Unit;
        foreach (var tip in TipLinks.Cases(request.Session))
        {
            if (cases.ContactOf(unit, tip) is { } contact)
            {
                Uncover(unit, tip, contact);
            }
        }
        if (request.Address is { } address && Waiting(unit, request) is { } waiting)
        {
            news.Announce(unit, waiting, cases.ContactOf(unit, waiting.Id) ?? new Contact(address, Hours: null));
        }
        return EffectResult.Of("ok");
    }

    private void Uncover(UnitOfWork unit, TipId id, Contact contact)
    {
        cases.KeepContact(unit, id, contact with { Quiet = false, NoCall = false });
        if (contact.NoCall && tips.Find(unit, id) is { IsOver: false } tip)
        {
            alerting.TellOfRinging(unit, tip, mayRing: true);
        }
    }

    // Of a case that was closed meanwhile the number is gone; she has just written from it.
    private Tip? Waiting(UnitOfWork unit, EffectRequest request) => TipLinks.Cases(request.Session)
        .Select(id => tips.Find(unit, id))
        .OfType<Tip>()
        .FirstOrDefault(t => cases.Waits(unit, t.Id, RelayEnd.Reporter) || t.State == TipState.Closed);
}
