using OutreachBot.Effects;
using OutreachBot.Outbox;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary><c>cover</c>: her thread is a farming calendar; what she agreed to hear of waits unannounced, unless she wants to be told.</summary>
internal sealed class CoverEffect(ICaseStore cases, IOutbox outbox) : IEffectHandler
{
    public string Effect => "cover";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Text("notices") == "yes")
        {
            return EffectResult.Of("ok");
        }
        foreach (var tip in TipLinks.Cases(request.Session))
        {
            if (cases.ContactOf(request.Unit, tip) is { } contact)
            {
                cases.KeepContact(request.Unit, tip, contact with { Quiet = true });
                outbox.Withdraw(request.Unit, tip.Value);
            }
        }
        return EffectResult.Of("ok");
    }
}

/// <summary><c>uncover</c>: she is back, and is told once if something waits.</summary>
internal sealed class UncoverEffect(ITipStore tips, ICaseStore cases, RelayNews news) : IEffectHandler
{
    public string Effect => "uncover";

    public EffectResult Handle(EffectRequest request)
    {
        var unit = request.Unit;
        foreach (var tip in TipLinks.Cases(request.Session))
        {
            if (cases.ContactOf(unit, tip) is { Quiet: true } contact)
            {
                cases.KeepContact(unit, tip, contact with { Quiet = false });
            }
        }
        if (request.Address is { } address && Waiting(unit, request) is { } waiting)
        {
            news.Announce(unit, waiting, cases.ContactOf(unit, waiting.Id) ?? new Contact(address, Hours: null));
        }
        return EffectResult.Of("ok");
    }

    // Of a case that was closed meanwhile the number is gone; she has just written from it.
    private Tip? Waiting(UnitOfWork unit, EffectRequest request) => TipLinks.Cases(request.Session)
        .Select(id => tips.Find(unit, id))
        .OfType<Tip>()
        .FirstOrDefault(t => cases.Waits(unit, t.Id, RelayEnd.Reporter) || t.State == TipState.Closed);
}
