using OutreachBot.Demo;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>What simulated phones told: it goes when the demo is left.</summary>
internal sealed class DemoTips(ITipStore tips, TipRemoval removal) : IDemoResident
{
    public void MoveIn(UnitOfWork unit)
    {
        // A demo begins without tips.
    }

    public void MoveOut(UnitOfWork unit)
    {
        foreach (var tip in tips.All(unit).Where(t => !t.FromProvider))
        {
            removal.Remove(unit, tip.Id);
        }
    }

    public bool HoldsRealTips(UnitOfWork unit) => tips.All(unit).Any(t => t is { FromProvider: true, IsOver: false });
}
