using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary>What is kept of a reporter outside her session: the numbers to answer to.</summary>
internal sealed class ReporterForgetting(ITipStore tips, ICaseStore cases, TipRemoval removal) : IForgetsPerson
{
    /// <summary>The tip stays: it can't be tied to her any more.</summary>
    public void Forget(EffectRequest request)
    {
        foreach (var id in TipLinks.Cases(request.Session))
        {
            if (!Withdrawn(request, id))
            {
                cases.Destroy(request.Unit, id);
            }
        }
        request.Unit.LeaveNoTrace();
    }

    public void LetGoOfNumbers(EffectRequest request)
    {
        foreach (var id in TipLinks.Cases(request.Session))
        {
            if (!Withdrawn(request, id))
            {
                cases.DropContact(request.Unit, id);
            }
        }
        request.Unit.LeaveNoTrace();
    }

    // A wish to be called is nothing but the number.
    private bool Withdrawn(EffectRequest request, TipId id)
    {
        if (tips.Find(request.Unit, id) is not { IsCallBack: true } tip)
        {
            return false;
        }
        removal.Withdraw(request.Unit, tip);
        return true;
    }
}
