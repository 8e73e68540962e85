using OutreachBot.Routing;

namespace OutreachBot.Alerts;

/// <summary>When an alert that nobody answers goes further.</summary>
internal interface IEscalationClock
{
    DateTimeOffset DueAt(Urgency urgency, string? country, DateTimeOffset now);
}
