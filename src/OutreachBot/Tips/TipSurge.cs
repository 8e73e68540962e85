using Microsoft.Extensions.Options;
using OutreachBot.Effects;
using OutreachBot.Settings;

namespace OutreachBot.Tips;

/// <summary>Sees when very many whom nobody knows tell of one place: each keeps to the limit of a person, and all together would ring every phone there.</summary>
/// <remarks>
/// A number is cheap, and an honest person's first message looks like anybody's: nothing is thrown away and nobody is told that she
/// is doubted. Whoever is on file, or follows a case, is nobody new.
/// </remarks>
internal sealed class TipSurge(IOptions<LimitsOptions> limits)
{
    private readonly HourlyCount<string> _tips = new(limits.Value.TipsPerPlacePerHour);

    /// <summary>Once an hour and place somebody is told.</summary>
    private readonly HourlyCount<string> _notices = new(1);

    /// <summary>Whether a tip is one of too many of its place. What is none of a stranger's isn't counted.</summary>
    public bool Holds(EffectRequest request, Telling telling) =>
        request.Responder is null
        && !TipLinks.Cases(request.Session).Any()
        && _tips.IsOver(PlaceOf(telling), request.Unit.Now);

    /// <summary>Whether coordinators are to be told of it now.</summary>
    /// <param name="tip">One that keeps somebody away tells nobody: that it came would show in what she is told.</param>
    public bool IsNews(EffectRequest request, Telling telling, Discretion tip) =>
        !tip.KeepsSomebodyAway && !_notices.IsOver(PlaceOf(telling), request.Unit.Now);

    private static string PlaceOf(Telling telling) => telling.Municipality ?? telling.Department ?? telling.Country ?? "";
}
