using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>A medium's time is over: nobody has taken it over, it was given, or the copy beside its seal has served.</summary>
internal sealed class MediumEnd(IMediumStore store, MediumBox boxes, MediaIntake intake, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "medium_end";

    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    public string Kind => AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!RandomId.TryParse(subject, out var id) || store.Find(unit, id) is not { } medium)
        {
            return;
        }
        switch (medium.State)
        {
            case MediumState.Sealed:
                DropCopy(unit, medium);
                break;
            case MediumState.ToFetch or MediumState.ToSeal when medium.Tip is not null:
                agenda.Plan(unit, unit.Now + Again, AgendaKind, subject);
                break;
            default:
                intake.Drop(unit, medium);
                break;
        }
    }

    /// <summary>From here on only the keys of people open it.</summary>
    public void DropCopy(UnitOfWork unit, Medium medium)
    {
        store.DropParts(unit, medium.Id, PartForm.Locked);
        store.Put(unit, boxes.With(medium, boxes.Open(medium) with { Key = null }));
        unit.LeaveNoTrace();
    }
}
