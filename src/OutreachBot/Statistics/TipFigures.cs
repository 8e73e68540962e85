using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>Counts tips for people who may see figures, and no tips.</summary>
/// <remarks>
/// A tip that any coordinator is kept away from is in no figure, whoever looks: left out of hers alone, it would show by
/// comparing. So figures are the same letter for letter with such a tip and without it.
/// </remarks>
internal sealed class TipFigures(ITipStore tips, KeptFrom keptFrom, IResponders responders, Gazetteer gazetteer)
{
    /// <summary>Nowhere known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Not closed at that time, or withdrawn or gone before it.</summary>
    public const string NotEnded = "open_or_gone";

    /// <summary>The tips that figures may count, of some months. A wish to be called back is no tip.</summary>
    /// <remarks>
    /// What was withdrawn is none either: whom it kept away is forgotten with it, so one that counted from then on would show her
    /// that it had been kept from her.
    /// </remarks>
    public IReadOnlyList<Tip> Counted(UnitOfWork unit, Month? first, Month last) =>
    [
        .. from tip in tips.All(unit)
           let month = Month.Of(tip.Hour)
           where !tip.IsCallBack && tip.State is not TipState.Withdrawn && month <= last && (first is null || month >= first)
           where MayCount(unit, tip.Id)
           select tip,
    ];

    /// <summary>Whether it keeps no coordinator away.</summary>
    public bool MayCount(UnitOfWork unit, TipId tip) =>
        // Who is on file no more may come back as a coordinator.
        !keptFrom.Of(unit, tip).Any(id => responders.Find(unit, id) is null or { Role: ResponderRole.Coordinator });

    /// <summary>Every name there may be stands in each: a name that shows only when it counts would tell of one.</summary>
    public IReadOnlyList<CountTable> Told(IReadOnlyList<Tip> counted) =>
    [
        Of("department", [.. gazetteer.Departments.Select(d => d.Id), Unknown], counted.Select(DepartmentOf)),
        Of("kind", TipKinds.All, counted.Select(t => t.Kind)),
        Of("urgency", [.. Enum.GetValues<Urgency>().Select(Word)], counted.Select(t => Word(t.Urgency))),
        Of("language", [.. LanguageTag.All.Select(l => l.ToString())], counted.Select(t => t.Language.ToString())),
    ];

    /// <param name="total">What was counted when it was told: what is gone since, or kept away since, must not show as a difference.</param>
    /// <returns>Null where more ended than was counted.</returns>
    public static CountTable? Ended(IReadOnlyList<Tip> counted, int total)
    {
        var ended = counted.Where(t => t.Outcome is not null).Select(t => t.Outcome!.Value.Word()).ToList();
        return ended.Count > total ? null : Of(
            "outcome",
            [.. Enum.GetValues<CaseOutcome>().Select(o => o.Word()), NotEnded],
            [.. ended, .. Enumerable.Repeat(NotEnded, total - ended.Count)]);
    }

    private static CountTable Of(string table, IReadOnlyList<string> names, IEnumerable<string> found)
    {
        var counts = found.CountBy(name => name).ToDictionary();
        return CountTable.Of(table, names.Select(name => (name, counts.GetValueOrDefault(name))));
    }

    private string DepartmentOf(Tip tip) =>
        PlaceId.TryParse(tip.Area, out var place) && place.Department is { } department && gazetteer.Departments.Any(d => d.Id == department)
            ? department
            : Unknown;

    private static string Word(Urgency urgency) => urgency.ToString().ToLowerInvariant();
}
