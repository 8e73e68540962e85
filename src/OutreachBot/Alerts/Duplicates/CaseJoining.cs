using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>What protects the people of a tip that ends as a duplicate holds for the one that goes on.</summary>
internal sealed class CaseJoining(ITipStore tips, IHandOverStore copies, IResponders responders, IAlerting alerting)
{
    /// <summary>Who was to be kept away from any is kept away from it, sent to or not, and it is as urgent as the most urgent.</summary>
    public void Join(UnitOfWork unit, Tip goesOn, IReadOnlyList<Tip> duplicates)
    {
        var all = duplicates.Select(t => tips.DiscretionOf(unit, t.Id)).Aggregate(tips.DiscretionOf(unit, goesOn.Id), Both);
        tips.Save(unit, goesOn.Id, all);
        if (copies.Find(unit, goesOn.Id) is { } copy)
        {
            copies.Save(unit, goesOn.Id, copy with
            {
                Minor = copy.Minor || all.Minor,
                KeptAway = copy.KeptAway || all.KeepAway.Count > 0 || all.CoordinatorOnly,
            });
        }
        var urgency = duplicates.Append(goesOn).Max(t => t.Urgency);
        var hasRisen = urgency > goesOn.Urgency;
        goesOn = goesOn with { Urgency = urgency };
        tips.Save(unit, goesOn);
        goesOn = alerting.TakeAway(unit, goesOn, KeptAwayBy(unit, all));
        if (hasRisen && urgency == Urgency.Urgent)
        {
            alerting.Heighten(unit, goesOn);
        }
    }

    private static Discretion Both(Discretion one, Discretion other) => one.KeepingAway(other.KeepAway) with
    {
        CoordinatorOnly = one.CoordinatorOnly || other.CoordinatorOnly,
        Minor = one.Minor || other.Minor,
        Marks = one.Marks.With(other.Marks),
    };

    private HashSet<ResponderId> KeptAwayBy(UnitOfWork unit, Discretion discretion) =>
        [.. discretion.KeepAway, .. responders.All(unit).Where(discretion.Marks.Fit).Select(r => r.Id)];
}
