using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Responders.Duty;

/// <summary>A turn that she took outside of her hours ends: from then on her hours count again.</summary>
/// <remarks>Nobody remembers to write DESCANSO every time; without this she would be asked at every hour for good.</remarks>
internal sealed class TurnEnd(IResponders responders) : IAgendaHandler
{
    public const string AgendaKind = "turn_end";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public string Kind => AgendaKind;

    /// <summary>Where her next hours begin; half a day later at most.</summary>
    public static DateTimeOffset Of(Responder responder, IDutyTimes times, DateTimeOffset now)
    {
        var at = now;
        while (at < now + Longest && !times.IsDutyTime(responder, at))
        {
            at += TimeSpan.FromMinutes(1);
        }
        return at;
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        if (ResponderId.TryParse(subject, out var id) && responders.Find(unit, id) is { OutOfHours: true } responder)
        {
            responders.Save(unit, responder with { OutOfHours = false });
        }
    }
}
