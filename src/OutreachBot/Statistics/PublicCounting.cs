using System.Text.Json;
using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>Counts once a day what the public is told, and keeps it: who asks reads what was counted, never the store as it is.</summary>
/// <remarks>No tip counts, nor the number with it, that a coordinator is kept away from: what she reads here is the same with it and without it.</remarks>
internal sealed class PublicCounting(IKeptCounts kept, ITipStore tips, TipFigures figures, IStoreSettings settings, IAgenda agenda, ISecretDraw draw)
    : IAgendaHandler
{
    public const string AgendaKind = "public_counts";

    private const string Subject = "daily";
    private const string Setting = "public_counts";
    private const string Steps = "public_steps";
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
        Count(unit, Last(unit), Read<PublicSteps>(unit, Steps));
        agenda.Plan(unit, new DateTimeOffset(unit.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero), AgendaKind, Subject);
    }

    /// <summary>As counted last; null before the first time.</summary>
    public PublicCounts? Last(UnitOfWork unit) => Read<PublicCounts>(unit, Setting);

    private void Count(UnitOfWork unit, PublicCounts? before, PublicSteps? steps)
    {
        var told = tips.All(unit).Where(t => figures.MayCount(unit, t.Id)).ToDictionary(t => t.Id);
        var withNumber = kept.WithNumber(unit).Where(told.ContainsKey).ToList();
        var numbers = Next(unit, before?.Numbers, steps?.Numbers, withNumber.Count + kept.WaitingMessages(unit));
        var conversations = Next(unit, before?.Conversations, steps?.Conversations, kept.Conversations(unit));
        var sealedTips = Next(unit, before?.Tips, steps?.Tips, told.Values.Count(t => t.State is not TipState.Withdrawn));
        var months = numbers.Shown == before?.Numbers ? before.OldestMonths : MonthsOf(numbers.Shown, withNumber.ConvertAll(t => unit.Now - told[t].Hour));
        settings.Set(unit, Setting, JsonSerializer.Serialize(new PublicCounts(numbers.Shown, months, conversations.Shown, sealedTips.Shown)));
        settings.Set(unit, Steps, JsonSerializer.Serialize(new PublicSteps(numbers.Hidden, conversations.Hidden, sealedTips.Hidden)));
    }

    private SteppedCount Next(UnitOfWork unit, SteppedFigure? shown, HiddenStep? hidden, int count) => SteppedCount.Next(
        shown is null ? null : hidden is null ? SteppedCount.From(shown, count, draw) : new(shown, hidden),
        count, DateOnly.FromDateTime(unit.Now.UtcDateTime), draw);

    // The very oldest is somebody's own. Of how many nothing is said is drawn, or who knows the others would count it out.
    private int? MonthsOf(SteppedFigure numbers, List<TimeSpan> ages)
    {
        var spared = SteppedCount.LeastStep + draw.Below(SteppedCount.Steps) - 1;
        return numbers.Low == 0 || ages.Count <= spared ? null : (int)(ages.OrderDescending().ElementAt(spared).TotalDays / DaysOfAMonth) + 1;
    }

    private T? Read<T>(UnitOfWork unit, string name)
        where T : class => settings.Get(unit, name) is { } json ? JsonSerializer.Deserialize<T>(json) : null;
}
