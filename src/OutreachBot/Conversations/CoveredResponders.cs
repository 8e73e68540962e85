using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Keeps in step with a responder's conversation whether she may be asked: under the calendar she may not.</summary>
/// <remarks>
/// The calendar lives and dies with the conversation. Where that is lost (a restored backup has none) nothing covers her thread
/// any more: at each start they are compared, or she would never be asked again.
/// </remarks>
internal sealed class CoveredResponders(IResponders responders, IResponderWork work, IPersonKeys keys, PersonFile file, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "covered_responders";

    private const string Everybody = "all";

    public string Kind => AgendaKind;

    public void Plan(UnitOfWork unit) => agenda.Plan(unit, unit.Now, AgendaKind, Everybody);

    /// <summary>Notes how her thread is.</summary>
    public void Follow(UnitOfWork unit, ResponderId id, bool isCovered)
    {
        if (responders.Find(unit, id) is not { } responder || responder.Covered == isCovered)
        {
            return;
        }
        // First: she would be a candidate for what she sets aside.
        responders.Save(unit, responder with { Covered = isCovered });
        if (isCovered)
        {
            work.SetAside(unit, id);
        }
        else
        {
            work.TakeUp(unit, id);
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        foreach (var responder in responders.All(unit).Where(r => r.Covered).ToList())
        {
            Follow(unit, responder.Id, file.Open(unit, keys.Of(unit, responder.Address)) is { Session.Cover.IsOn: true });
        }
    }
}
