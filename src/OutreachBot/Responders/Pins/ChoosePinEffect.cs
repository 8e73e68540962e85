using System.Security.Cryptography;
using OutreachBot.Effects;
using OutreachBot.Privacy;

namespace OutreachBot.Responders.Pins;

/// <summary><c>choose_pin</c>: four digits, written twice.</summary>
internal sealed class ChoosePinEffect(IPinStore pins, IPinHashes hashes) : IEffectHandler
{
    public string Effect => "choose_pin";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is not { } responder)
        {
            return EffectResult.Of("differ");
        }
        var before = pins.Find(request.Unit, responder.Id);
        if (before.Hash is not null)
        {
            // Chosen meanwhile: what she wanted is taken again, and asks for it.
            return EffectResult.Of("ok");
        }
        var written = request.Text("pin") ?? "";
        var digits = PinDigits.Twice(written) ?? written;
        if (digits.Length != PinDigits.Count)
        {
            return EffectResult.Of("differ");
        }
        if (PinDigits.AreWeak(digits, responder.Address))
        {
            return EffectResult.Of("weak");
        }
        var hash = hashes.HashOf(responder.Id.Value, digits);
        if (digits == written && before.Begun is null)
        {
            pins.Save(request.Unit, responder.Id, before with { Begun = hash });
            return EffectResult.Of("again");
        }
        if (digits == written && !CryptographicOperations.FixedTimeEquals(before.Begun, hash))
        {
            pins.Save(request.Unit, responder.Id, before with { Begun = null });
            return EffectResult.Of("differ");
        }
        pins.Save(request.Unit, responder.Id, PinRecord.None with { Hash = hash });
        return PinGuard.Shown(request);
    }
}
