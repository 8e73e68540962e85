using System.Security.Cryptography;
using OutreachBot.Effects;
using OutreachBot.Privacy;

namespace OutreachBot.Responders.Pins;

/// <summary><c>check_pin</c>: five wrong ones, and nothing opens for a while; each time for twice as long.</summary>
internal sealed class CheckPinEffect(IPinStore pins, IPinHashes hashes, IPinAlarm alarm) : IEffectHandler
{
    public const int Tries = 5;

    public static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan LongestLock = TimeSpan.FromHours(12);

    public string Effect => "check_pin";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is not { } responder)
        {
            return EffectResult.Of("wrong");
        }
        var pin = pins.Find(request.Unit, responder.Id);
        if (pin.IsLocked(request.Unit.Now))
        {
            return EffectResult.Of("locked");
        }
        if (pin.Hash is null)
        {
            // A coordinator took it back meanwhile: what she wanted is taken again, and has her choose one.
            return EffectResult.Of("ok");
        }
        if (CryptographicOperations.FixedTimeEquals(pin.Hash, hashes.HashOf(responder.Id.Value, request.Text("pin") ?? "")))
        {
            pins.Save(request.Unit, responder.Id, PinRecord.None with { Hash = pin.Hash });
            return PinGuard.Shown(request);
        }
        if (pin.Wrong + 1 < Tries)
        {
            pins.Save(request.Unit, responder.Id, pin with { Wrong = pin.Wrong + 1 });
            return EffectResult.Of("wrong");
        }
        var span = TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << Math.Min(pin.Locks, 8), LongestLock.Ticks));
        pins.Save(request.Unit, responder.Id, pin with { Wrong = 0, Locks = pin.Locks + 1, LockedUntil = request.Unit.Now + span });
        alarm.TooManyWrong(request);
        return EffectResult.Of("locked").Linking(PinGuard.Link, null);
    }
}
