using Microsoft.Extensions.Options;
using OutreachBot.Effects;
using OutreachBot.Settings;

namespace OutreachBot.Tips;

/// <summary>Sees when very many whom nobody knows tell of one place: each keeps to the limit of a person, and all together would ring every phone there.</summary>
/// <remarks>
/// A number is cheap, and an honest person's first message looks like anybody's: nothing is thrown away, and whoever is held is
/// answered like whoever isn't: a flooder would else count by the answers what others tell. Whoever is on file, or follows a
/// case, is nobody new.
/// </remarks>
internal interface ITipSurge
{
    /// <summary>Whether a tip is one of too many of its place. What is none of a stranger's isn't counted.</summary>
    bool Holds(EffectRequest request, Tip tip, Discretion discretion);

    /// <summary>Whether coordinators are to be told of it now.</summary>
    bool IsNews(EffectRequest request, Tip tip, Discretion discretion);
}

internal sealed class TipSurge(IOptions<LimitsOptions> limits, KeptFrom keptFrom) : ITipSurge
{
    private readonly HourlyCount<Share> _tips = new(limits.Value.TipsPerPlacePerHour);

    /// <summary>Once an hour and place somebody is told.</summary>
    private readonly HourlyCount<Share> _notices = new(1);

    public bool Holds(EffectRequest request, Tip tip, Discretion discretion) =>
        request.Responder is null
        && !TipLinks.Cases(request.Session).Any()
        && _tips.IsOver(ShareOf(request, tip, discretion), request.Unit.Now);

    // What keeps somebody away tells nobody: that it came would show in what she is told.
    public bool IsNews(EffectRequest request, Tip tip, Discretion discretion) =>
        !discretion.KeepsSomebodyAway && !_notices.IsOver(ShareOf(request, tip, discretion), request.Unit.Now);

    // Counted apart by whom it is kept from: a responder who floods her own place would else see, by which of her own rings her
    // phone no more, that something came which she isn't shown.
    private Share ShareOf(EffectRequest request, Tip tip, Discretion discretion) => new(
        tip.Area ?? tip.Country ?? "",
        discretion.KeepsSomebodyAway
            ? $"{discretion.CoordinatorOnly} {discretion.Marks.InstitutionSaid} {string.Join(' ', keptFrom.Of(request.Unit, discretion).Select(r => r.ToString()).Order(StringComparer.Ordinal))}"
            : "");

    /// <param name="Kept">From whom; empty: from nobody.</param>
    private readonly record struct Share(string Place, string Kept)
    {
        public override string ToString() => "[share]";
    }
}
