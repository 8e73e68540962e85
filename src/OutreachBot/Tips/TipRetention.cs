using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>How long a tip is kept: 180 days after it was closed, two years if it never was.</summary>
internal sealed class TipRetention(TipRemoval removal) : IAgendaHandler
{
    public const string AgendaKind = "tip_end";

    public static readonly TimeSpan LongestOpen = TimeSpan.FromDays(730);
    public static readonly TimeSpan AfterClosing = TimeSpan.FromDays(180);

    /// <summary>Whatever comes: one that was closed on its last day.</summary>
    public static readonly TimeSpan Longest = LongestOpen + AfterClosing;

    public string Kind => AgendaKind;

    /// <summary>To be called when a tip is closed or withdrawn.</summary>
    public static void PlanEnd(IAgenda agenda, UnitOfWork unit, TipId id) =>
        // To the hour: a finer time would tell when it was closed, and could be matched with what others keep.
        agenda.Plan(unit, Tip.HourOf(unit.Now) + AfterClosing, AgendaKind, id.ToString());

    public void Handle(UnitOfWork unit, string subject)
    {
        if (TipId.TryParse(subject, out var id))
        {
            removal.Remove(unit, id);
        }
    }
}
