using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>Makes figures: once for each time, of whole months, never again.</summary>
/// <remarks>
/// Figures that are made anew each day tell by their differences what came between two days, tip by tip. So each tip is
/// counted at one time only, ten days after its month at the earliest, and what was given out stays as it is. Where fewer
/// than <see cref="Least"/> were told, the next month is taken along.
/// </remarks>
internal sealed class Releasing(IReleaseStore store, TipFigures figures, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "statistics";

    /// <summary>The least that is shown to staff.</summary>
    public const int Mask = 5;

    /// <summary>The least tips of which figures are made at all: of fewer every table would be hidden whole.</summary>
    public const int Least = 20;

    private const string Subject = "daily";
    private static readonly TimeSpan AfterMonth = TimeSpan.FromDays(10);

    // Closed on the first day of its month, a tip is still there: it is kept for 180 days after closing.
    private static readonly TimeSpan AfterTold = TimeSpan.FromDays(90);

    public string Kind => AgendaKind;

    /// <summary>Sees to it that there is a next look.</summary>
    public void Begin(UnitOfWork unit)
    {
        if (!agenda.IsPlanned(unit, AgendaKind, Subject))
        {
            agenda.Plan(unit, unit.Now, AgendaKind, Subject);
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        MakeDue(unit);
        agenda.Plan(unit, new DateTimeOffset(unit.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero), AgendaKind, Subject);
    }

    /// <summary>Makes what is due.</summary>
    /// <returns>All there is, as <see cref="IReleaseStore.All"/>.</returns>
    public IReadOnlyList<FigureRelease> MakeDue(UnitOfWork unit)
    {
        var made = store.All(unit);
        var told = made.Where(r => r.Part is ReleasePart.Told).ToList();
        MakeTold(unit, told.Count == 0 ? null : told[^1].Last.Next());
        foreach (var release in told.Where(t => IsOver(unit, t.Last, AfterTold) && !made.Any(m => m.Part is ReleasePart.Ended && m.Last == t.Last)))
        {
            MakeEnded(unit, release);
        }
        return store.All(unit);
    }

    private void MakeTold(UnitOfWork unit, Month? first)
    {
        var last = new Month(Month.Of(unit.Now - AfterMonth).Number - 1);
        if (first is not null && last < first)
        {
            return;
        }
        var counted = figures.Counted(unit, first, last);
        if (counted.Count >= Least)
        {
            Add(unit, first, last, ReleasePart.Told, counted.Count, figures.Told(counted));
        }
    }

    private void MakeEnded(UnitOfWork unit, FigureRelease told)
    {
        if (TipFigures.Ended(figures.Counted(unit, told.First, told.Last), told.Total) is { } ended)
        {
            Add(unit, told.First, told.Last, ReleasePart.Ended, told.Total, [ended]);
        }
    }

    private void Add(UnitOfWork unit, Month? first, Month last, ReleasePart part, int total, IReadOnlyList<CountTable> tables)
    {
        var masked = Masking.Apply(total, tables, Mask);
        store.Add(unit, new FigureRelease(first, last, part, total, [
            .. masked.Web.Figures.Zip(masked.Sights)
                .Where(f => f.First.Table is not null)
                .Select(f => new ReleasedFigure(
                    f.First.Table!, f.First.Row!, f.Second is Sight.Shown ? f.First.Count : null, Text(f.First, f.Second))),
        ]));
    }

    private static string Text(Figure figure, Sight sight) => sight switch
    {
        Sight.Shown => figure.Count.ToString(),
        Sight.Masked => $"<{Mask}",
        _ => "withheld",
    };

    private static bool IsOver(UnitOfWork unit, Month month, TimeSpan since) => unit.Now >= month.Next().Start() + since;
}
