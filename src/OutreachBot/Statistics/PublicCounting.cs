using System.Text.Json;
using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>Counts once a day what the public is told, and keeps it: who asks reads what was counted, never the store as it is.</summary>
/// <remarks>No tip counts, nor the number with it, that a coordinator is kept away from: what she reads here is the same with it and without it.</remarks>
internal sealed class PublicCounting(IKeptCounts kept, ITipStore tips, TipFigures figures, IStoreSettings settings, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "public_counts";

    private const string Subject = "daily";
    private const string Setting = "public_counts";
    private const double DaysOfAMonth = 30.4;

    public string Kind => AgendaKind;

    /// <summary>Sees to it that there is a next count.</summary>
    public void Begin(UnitOfWork unit)
    {
        if (!agenda.IsPlanned(unit, AgendaKind, Subject))
        {
            agenda.Plan(unit, unit.Now, AgendaKind, Subject);
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        settings.Set(unit, Setting, JsonSerializer.Serialize(Count(unit, Last(unit))));
        agenda.Plan(unit, new DateTimeOffset(unit.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero), AgendaKind, Subject);
    }

    /// <summary>As counted last; null before the first time.</summary>
    public PublicCounts? Last(UnitOfWork unit) =>
        settings.Get(unit, Setting) is { } json ? JsonSerializer.Deserialize<PublicCounts>(json) : null;

    private PublicCounts Count(UnitOfWork unit, PublicCounts? before)
    {
        var today = DateOnly.FromDateTime(unit.Now.UtcDateTime);
        var told = tips.All(unit).Where(t => figures.MayCount(unit, t.Id)).ToDictionary(t => t.Id);
        var withNumber = kept.WithNumber(unit).Where(told.ContainsKey).ToList();
        var numbers = SteppedFigure.Next(before?.Numbers, withNumber.Count + kept.WaitingMessages(unit), today);
        return new PublicCounts(
            numbers,
            numbers == before?.Numbers ? before.OldestMonths : MonthsOf(numbers, withNumber.ConvertAll(t => unit.Now - told[t].Hour)),
            SteppedFigure.Next(before?.Conversations, kept.Conversations(unit), today),
            SteppedFigure.Next(before?.Tips, told.Values.Count(t => t.State is not TipState.Withdrawn), today));
    }

    // Of few the age would be somebody's own.
    private static int? MonthsOf(SteppedFigure numbers, List<TimeSpan> ages) =>
        numbers.Low == 0 || ages.Count < SteppedFigure.Mask ? null : (int)(ages.Max().TotalDays / DaysOfAMonth) + 1;
}
