using OutreachBot.Alerts;
using OutreachBot.Flows.Languages;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary>Lets an end of a case know that something waits, and nothing of what it is.</summary>
internal sealed class RelayNews(ICaseStore cases, IAlerting alerting, IUnaskedWords words, IOutbox outbox) : IReporterNews
{
    /// <summary>The first ping may have been lost, or seen by somebody else; more than one a day is no help.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>Told once of what waits, however much it is: nobody is sent a message for every message.</summary>
    /// <param name="isFirst">Nothing waited before. What comes on top is told to a reporter again when a day has gone by.</param>
    public void WordsWait(UnitOfWork unit, Tip tip, RelayEnd to, bool isFirst)
    {
        if (to == RelayEnd.Responder)
        {
            if (isFirst)
            {
                alerting.TellOfNews(unit, tip);
            }
        }
        else if (cases.ContactOf(unit, tip.Id) is { Quiet: false } contact && (isFirst || contact.ToldAt is not { } told || unit.Now - told >= Again))
        {
            Ping(unit, tip, contact);
            cases.KeepContact(unit, tip.Id, contact with { ToldAt = unit.Now });
        }
    }

    /// <summary>Tells a reporter who was away that something waits.</summary>
    public void Announce(UnitOfWork unit, Tip tip, Contact contact) => Ping(unit, tip, contact);

    public void Closed(UnitOfWork unit, Tip tip)
    {
        var contact = cases.ContactOf(unit, tip.Id);
        // Takes back older pings as well: they would tell of words that are gone.
        cases.Destroy(unit, tip.Id);
        Ping(unit, tip, contact);
        unit.LeaveNoTrace();
    }

    // Without her consent it waits until she comes with her code.
    private void Ping(UnitOfWork unit, Tip tip, Contact? contact)
    {
        if (contact is null or { Quiet: true })
        {
            return;
        }
        var language = LanguageTag.WithFlows.Contains(tip.Language) ? tip.Language : LanguageTag.Spanish;
        // Not a word of what, where or whom: somebody else may hold her phone.
        var text = words.Say("follow_up", "ping", language, contact.Address);
        var offset = tip.Country == "GT" ? TimeSpan.FromHours(-6) : TimeSpan.FromHours(-4);
        outbox.Post(unit, new OutboundMessage(
            RandomId.Draw(), contact.Address, text, OutboundPurpose.FollowUp, tip.Id.Value, AskingHours.Next(contact.Hours, offset, unit.Now)));
    }
}
