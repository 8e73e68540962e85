using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Tells coordinators of the line itself.</summary>
internal sealed class CoordinatorNotices(IResponders responders, AlertMessages messages) : ICoordinatorNotices
{
    public void PhoneSilent(UnitOfWork unit, Func<Responder, bool> reaches)
    {
        foreach (var coordinator in responders.All(unit).Where(r => r is { Role: ResponderRole.Coordinator, OnDuty: true, OptedOut: false, Suspended: false, IsSample: false }))
        {
            if (reaches(coordinator))
            {
                messages.PhoneSilent(unit, coordinator);
            }
        }
    }
}
