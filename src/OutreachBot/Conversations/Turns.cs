using OutreachBot.Addresses;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>What one message does, within one unit of work: all of it, or nothing.</summary>
internal sealed class Turns(
    IPersonKeys keys,
    IResponders responders,
    IInboundStore inbound,
    PersonFile file,
    ReplyBox replies,
    Addressing addressing,
    CarrierWords carrierWords,
    TurnRunner runner,
    LineContext line,
    IInboundMedia media,
    CoveredResponders covered,
    IEnumerable<IInboundListener> listeners)
{
    /// <summary>Enough of the keyed hash that no two ids meet.</summary>
    private const int IdBytes = 16;

    /// <param name="message">Its text is clean.</param>
    public Reply Handle(UnitOfWork unit, InboundMessage message)
    {
        var id = keys.HashProviderId(unit, message.ProviderId)[..IdBytes];
        if (inbound.Find(unit, id) is { } before)
        {
            return new Reply(replies.Open(unit, id, before), IsRepeat: true, null);
        }
        foreach (var listener in listeners)
        {
            listener.Taken(unit, message);
        }
        message = media.TakeIn(unit, message);
        var person = keys.Of(unit, message.From);
        var onFile = responders.FindByAddress(unit, message.From);
        var responder = onFile is { Suspended: true } ? null : onFile;
        var kept = file.Open(unit, person) ?? KeptConversation.WithStranger(message);
        if (kept.Responder is not null && responder is null)
        {
            // Her phone may be in other hands from one message to the next: whoever writes is a stranger, and reads on in nothing.
            kept = SessionAge.WithoutAnswers(kept);
        }
        kept = kept with { Media = [.. kept.Media, .. message.Attachments.Select(a => a.Handle)] };
        var country = LineContext.CountryOf(message.From);
        var context = line.Of(unit.Now, message.ShownOn, country, responder is not null);
        var speaker = new Speaker(person.Current, message.From, message.From.Channel, responder);

        var (outcome, entered) = message.CarrierWord == CarrierWord.None
            ? Answer(unit, message, kept, speaker, context)
            : (carrierWords.Obey(unit, message.CarrierWord, kept, speaker, context), kept.Entered);

        // What leaves by the outbox is not said again for a repeat: it is on its way, and kept until it has left.
        var reply = replies.Close(unit, id, message.AnsweredVia is null ? outcome.Says : []);
        inbound.Put(unit, id, reply);
        foreach (var listener in listeners)
        {
            listener.Answered(unit, message, new Answer(outcome.Says, outcome.Leaves || outcome.Forget, outcome.IsDanger));
        }
        if (outcome.Forget)
        {
            file.Drop(unit, person, kept);
        }
        else
        {
            if (outcome.Leaves)
            {
                // A message that the provider delivers again would bring back what she has just closed.
                kept = file.WithoutAnswered(unit, kept);
            }
            kept = kept with
            {
                Session = outcome.Session,
                WakesAt = outcome.WakesAt,
                Channel = message.From.Channel,
                ShownOn = message.ShownOn,
                Country = country,
                Responder = responder?.Id.ToString(),
                Entered = entered,
            };
            file.Close(unit, person.Current, reply.Box is null ? kept : file.Answered(unit, kept, id), unit.Now);
        }
        if (responder is not null)
        {
            covered.Follow(unit, responder.Id, outcome is { Forget: false, Session.Cover.IsOn: true });
        }
        return new Reply(outcome.Says, IsRepeat: false, Trace(message, outcome));
    }

    private (TurnOutcome Outcome, IReadOnlyDictionary<string, string> Entered) Answer(
        UnitOfWork unit, InboundMessage message, KeptConversation kept, Speaker speaker, TurnContext context)
    {
        var words = new Message(message.Text, message.Attachments, message.Pin, message.Choice);
        var addressed = addressing.Read(unit, kept with { ShownOn = message.ShownOn }, words, speaker.Responder);
        return (runner.Run(unit, addressed.Session, addressed.Input, speaker, context), addressed.Entered);
    }

    private static TurnTrace? Trace(InboundMessage message, TurnOutcome outcome) =>
        message.From.Channel == Channel.Simulator ? new TurnTrace(outcome.Events, outcome.Effects, outcome.Session) : null;
}
