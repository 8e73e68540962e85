using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary>Whom she named in a tip that her conversation is still tied to must not learn of what she asks next either.</summary>
internal sealed class NamedBefore(ITipStore tips)
{
    /// <param name="discretion">Of what is begun now.</param>
    /// <returns>The same, with everybody kept away whom she had named.</returns>
    public Discretion Before(EffectRequest request, Discretion discretion)
    {
        foreach (var id in TipLinks.All(request).Distinct())
        {
            if (tips.Find(request.Unit, id) is not { } tip)
            {
                continue;
            }
            var earlier = tips.DiscretionOf(request.Unit, id);
            discretion = discretion.KeepingAway(earlier.KeepAway) with
            {
                CoordinatorOnly = discretion.CoordinatorOnly || (earlier.CoordinatorOnly && !tip.IsCallBack && !tip.IsOver),
                Marks = discretion.Marks.With(earlier.Marks),
            };
        }
        return discretion;
    }
}
