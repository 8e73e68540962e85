using OutreachBot.Audit;
using OutreachBot.Transactions;

namespace OutreachBot.Responders.Pins;

/// <summary>She has forgotten it: it is taken back, and her next case has her choose another. Never by the phone itself.</summary>
internal sealed class PinReset(IPinStore pins, IResponders responders, IAudit audit)
{
    /// <returns>False: nobody has the id.</returns>
    public bool Apply(UnitOfWork unit, ResponderId id)
    {
        if (responders.Find(unit, id) is null)
        {
            return false;
        }
        pins.Remove(unit, id);
        audit.Append(unit, new AuditEntry(id.ToString(), AuditActs.PinTakenBack, Tip: null, Reason: null));
        return true;
    }
}
