using OutreachBot.Agenda;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>The clock comes by a conversation: a wait is over, a flow was left, answers are too old to be kept.</summary>
internal sealed class WakeHandler(PersonFile file, IResponders responders, TurnRunner runner, LineContext line) : IAgendaHandler
{
    public string Kind => PersonFile.WakeKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        var person = new PersonKey(Convert.FromHexString(subject));
        if (file.Open(unit, person) is not { } kept)
        {
            return;
        }
        kept = kept with { PlannedFor = null };
        if (kept.WakesAt <= unit.Now)
        {
            kept = Wake(unit, person, kept);
        }
        file.Close(unit, person, kept, seen: kept.Session.LastAt ?? unit.Now);
    }

    private KeptConversation Wake(UnitOfWork unit, PersonKey person, KeptConversation kept)
    {
        var responder = ResponderId.TryParse(kept.Responder, out var id) ? responders.Find(unit, id) : null;
        if (kept.Responder is not null && responder is not { Suspended: false })
        {
            return SessionAge.WithoutAnswers(kept);
        }
        var outcome = runner.Run(
            unit,
            kept.Session,
            new TimePassed(),
            new Speaker(person, Address: null, kept.Channel, responder),
            line.Of(unit.Now, kept.ShownOn, kept.Country, responder is not null));
        // What a turn of the clock would say is not said: nobody asked, and her number isn't kept.
        return kept with { Session = outcome.Session, WakesAt = outcome.WakesAt > unit.Now ? outcome.WakesAt : null };
    }
}
