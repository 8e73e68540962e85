using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Gives a medium to the end of a case that asked for it.</summary>
internal sealed class MediaGiving(IMediumStore store, MediaIntake intake, IAgenda agenda)
{
    /// <summary>From here on it lives as long as its address.</summary>
    /// <returns>Its name for the answer; null when it is gone.</returns>
    public string? Give(UnitOfWork unit, PassedMedium medium)
    {
        if (store.Find(unit, medium.Id) is not { State: MediumState.Passing })
        {
            return null;
        }
        agenda.Plan(unit, unit.Now + MediaAddresses.Life, MediumEnd.AgendaKind, medium.Id.ToString());
        return MediaAddresses.NameOf(medium);
    }

    /// <summary>It will never be given.</summary>
    public void Drop(UnitOfWork unit, RandomId id)
    {
        if (store.Find(unit, id) is { } medium)
        {
            intake.Drop(unit, medium);
        }
    }
}
