using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Responders;

/// <summary>Somebody may be asked who could not be asked before: she is new on file, takes duty, is let in again, wants messages again, is back from under the calendar.</summary>
/// <remarks>What waits for want of people is looked at then, and not only when its own time comes.</remarks>
internal static class Arrival
{
    public const string AgendaKind = "responder_came";

    private const string Everything = "all";

    public static void Plan(IAgenda agenda, UnitOfWork unit) => agenda.Plan(unit, unit.Now, AgendaKind, Everything);

    public static bool IsOne(Responder? before, Responder after) =>
        MayBeAsked(after) && (before is null || !MayBeAsked(before) || (after.OnDuty && !before.OnDuty) || (after.OutOfHours && !before.OutOfHours));

    private static bool MayBeAsked(Responder responder) => responder is { OptedOut: false, Suspended: false, Covered: false, Training.IsPending: false };
}
