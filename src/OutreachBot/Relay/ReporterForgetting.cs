using OutreachBot.Effects;
using OutreachBot.Flows.Running;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary>What is kept of a reporter outside her session: the numbers to answer to.</summary>
internal sealed class ReporterForgetting(ITipStore tips, ICaseStore cases, CaseTalk talk, TipRemoval removal) : IForgetsPerson, IForgetsSilent
{
    /// <summary>The tip stays: it can't be tied to her any more.</summary>
    public void Forget(EffectRequest request) => LetGo(request.Unit, HersAmong(request), (unit, id) => talk.End(unit, id, RelayEnd.Reporter));

    public void LetGoOfNumbers(EffectRequest request) => LetGo(request.Unit, HersAmong(request), cases.DropContact);

    public void LetGoOf(UnitOfWork unit, Session session) => LetGo(unit, TipLinks.Cases(session), cases.DropContact);

    // The session may have been dropped or be unreadable, and the number is kept none the less: it is looked for by itself.
    private HashSet<TipId> HersAmong(EffectRequest request) =>
    [
        .. TipLinks.Cases(request.Session),
        .. request.Address is { } address ? cases.WithContact(request.Unit, address) : [],
    ];

    private void LetGo(UnitOfWork unit, IEnumerable<TipId> hers, Action<UnitOfWork, TipId> how)
    {
        foreach (var id in hers)
        {
            // A wish to be called is nothing but the number.
            if (tips.Find(unit, id) is { IsCallBack: true } tip)
            {
                removal.Withdraw(unit, tip);
            }
            else
            {
                how(unit, id);
            }
        }
        unit.LeaveNoTrace();
    }
}
