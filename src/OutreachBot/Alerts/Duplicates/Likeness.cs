using OutreachBot.Tips;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>Why two tips may tell of one matter, in points; together 75 to 100.</summary>
/// <param name="Place">40: the same municipality; 20: one beside it.</param>
/// <param name="Time">Told within a day of each other 30, within three days 20, within a week 10.</param>
/// <param name="Kind">30: the same; 15: one of them unknown; 10: both. Two that are known and differ are never alike.</param>
/// <remarks>
/// Only of what routes: the words are sealed, and so is a pin's spot. The language counts for nothing: of one event people tell
/// in the language of each. The hour is that of telling; when it happened stands in the words.
/// </remarks>
public sealed record Likeness(int Place, int Time, int Kind)
{
    /// <summary>Below it a suggestion would be wrong more often than a coordinator has patience for.</summary>
    private const int Least = 75;

    public int Total => Place + Time + Kind;

    /// <param name="areNeighbours">Of two ids of municipalities.</param>
    /// <returns>Null where the two are not alike enough to be shown to anybody.</returns>
    public static Likeness? Between(Tip one, Tip other, Func<string, string, bool> areNeighbours)
    {
        if (one.Id == other.Id || one.Municipality is not { } here || other.Municipality is not { } there)
        {
            return null;
        }
        var place = here == there ? 40 : areNeighbours(here, there) || areNeighbours(there, here) ? 20 : 0;
        var likeness = new Likeness(place, TimePoints((one.Hour - other.Hour).Duration()), KindPoints(one.Kind, other.Kind));
        return likeness is { Place: > 0, Time: > 0, Kind: > 0, Total: >= Least } ? likeness : null;
    }

    /// <summary>Tips told further apart are never alike.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static int TimePoints(TimeSpan apart) =>
        apart <= TimeSpan.FromDays(1) ? 30
        : apart <= TimeSpan.FromDays(3) ? 20
        : apart <= Longest ? 10
        : 0;

    private static int KindPoints(string one, string other) => (one == TipKinds.Unknown, other == TipKinds.Unknown) switch
    {
        (true, true) => 10,
        (true, false) or (false, true) => 15,
        _ => one == other ? 30 : 0,
    };
}
