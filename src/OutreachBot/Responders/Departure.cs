using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>Somebody is on file no more, or is not to be asked: what she has goes to others.</summary>
/// <remarks>Left to the agenda where it can't be done on the spot: without flows nobody else can be told.</remarks>
internal sealed class Departure(IResponderWork work) : IAgendaHandler
{
    public const string AgendaKind = "responder_left";

    public string Kind => AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!ResponderId.TryParse(subject, out var id))
        {
            return;
        }
        work.GiveBack(unit, id);
    }
}
