using OutreachBot.Effects;

namespace OutreachBot.Responders.Pins;

/// <summary>Is told when too many wrong PINs came from a responder's phone.</summary>
internal interface IPinAlarm
{
    /// <param name="request">Its run is the alert that the PIN was asked for, if it was one.</param>
    void TooManyWrong(EffectRequest request);
}
