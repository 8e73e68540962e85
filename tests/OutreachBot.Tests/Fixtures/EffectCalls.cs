using OutreachBot.Addresses;
using OutreachBot.Effects;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>An effect that a flow calls, for handlers that need nothing else around them.</summary>
internal static class EffectCalls
{
    public static EffectResult Call(
        this IEffectHandler handler, UnitOfWork unit, Responder? responder, Channel channel, params (string Name, string Value)[] with)
    {
        var arguments = with.ToDictionary(
            w => w.Name, w => new RememberedAnswer(ValueKind.Text, Flows.Definitions.Privacy.Open, w.Value, null, []), StringComparer.Ordinal);
        var context = new TurnContext(
            unit.Now, ChannelKind.Sms, "BO", responder is not null,
            new LineFacts("La línea", false, ReviewStatus.Draft, false, false, [LanguageTag.Spanish], new PaceLimits(60)),
            OutreachBot.Places.Gazetteer.Embedded());
        return handler.Handle(new EffectRequest(
            new EffectCall(handler.Effect, "", arguments), new PersonKey(new byte[32]), responder?.Address, channel, responder,
            Session.Stranger, context, unit));
    }
}
