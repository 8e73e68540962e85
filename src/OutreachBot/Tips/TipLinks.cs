using System.Globalization;
using OutreachBot.Effects;
using OutreachBot.Flows.Running;

namespace OutreachBot.Tips;

/// <summary>The notes about tips that live and die with a session, locked with it.</summary>
/// <remarks>They are all that ties a person to a tip. What she did not agree to be kept carries an end, and is gone after it.</remarks>
internal static class TipLinks
{
    /// <summary>The tip under way: raised and not yet told in full, or just submitted.</summary>
    public const string UnderWay = "tip";

    /// <summary>What a raised tip's seal holds, until the whole is sealed anew.</summary>
    public const string Told = "told";

    /// <summary>The tip that was opened by its code.</summary>
    public const string Opened = "open";

    /// <summary>How many tips came from here on which day.</summary>
    public const string Today = "tips_today";

    /// <summary>How long a tip stays tied to the conversation it came from, or that gave its code.</summary>
    private static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(30);

    private const string CasePrefix = "case:";

    /// <summary>A case she agreed to be asked about.</summary>
    public static string Case(TipId tip) => CasePrefix + tip;

    /// <summary>A tie to a tip that ends by itself.</summary>
    public static string Open(EffectRequest request, TipId tip) => TimedLink.Until(request.Unit.Now + StaysOpen, tip.ToString());

    /// <summary>The cases she agreed to be asked about.</summary>
    public static IEnumerable<TipId> Cases(Session session) =>
        session.Links.Keys
            .Where(k => k.StartsWith(CasePrefix, StringComparison.Ordinal))
            .Select(k => TipId.TryParse(k[CasePrefix.Length..], out var id) ? id : (TipId?)null)
            .OfType<TipId>();

    public static TipId? TipUnderWay(EffectRequest request) => Read(request, UnderWay);

    /// <summary>A tip that was raised here and is still to be told in full.</summary>
    public static Tip? Raised(EffectRequest request, ITipStore tips) =>
        TipUnderWay(request) is { } id && tips.Find(request.Unit, id) is { Complete: false, IsOver: false } tip ? tip : null;

    /// <summary>A tip that was submitted here, while the conversation is still tied to it.</summary>
    public static Tip? Submitted(EffectRequest request, ITipStore tips) =>
        TipUnderWay(request) is { } id && tips.Find(request.Unit, id) is { Complete: true, IsOver: false } tip ? tip : null;

    public static TipId? TipOpened(EffectRequest request) => Read(request, Opened);

    /// <summary>Every tip that the conversation is tied to.</summary>
    public static IEnumerable<TipId> All(EffectRequest request) =>
        new[] { TipUnderWay(request), TipOpened(request) }.OfType<TipId>().Concat(Cases(request.Session));

    /// <summary>The tip a conversation is about: opened by its code, else under way, else the one case she follows.</summary>
    public static TipId? Current(EffectRequest request) =>
        Read(request, Opened) ?? Read(request, UnderWay) ?? Only(Cases(request.Session));

    /// <summary>Her thread is covered, and she wants to be told of nothing meanwhile; what she agrees to in the help she called is no exception.</summary>
    public static bool IsQuiet(Session session) => session.Cover is { IsOn: true, Notices: false };

    /// <summary>Tips that came from here on the day of the turn, UTC.</summary>
    public static int CountToday(EffectRequest request)
    {
        var parts = request.Link(Today)?.Split(':');
        return parts is [var day, var count] && day == DayOf(request.Unit.Now) ? int.Parse(count, CultureInfo.InvariantCulture) : 0;
    }

    public static string WithOneMoreToday(EffectRequest request) =>
        $"{DayOf(request.Unit.Now)}:{CountToday(request) + 1}";

    private static TipId? Read(EffectRequest request, string name) =>
        TipId.TryParse(TimedLink.Read(request.Link(name), request.Unit.Now), out var id) ? id : null;

    private static TipId? Only(IEnumerable<TipId> tips) => tips.Take(2).ToList() is [var one] ? one : null;

    private static string DayOf(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
