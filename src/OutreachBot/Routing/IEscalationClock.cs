namespace OutreachBot.Routing;

/// <summary>When an alert that nobody answers goes further.</summary>
internal interface IEscalationClock
{
    /// <param name="country">BO, GT or null: whose local time and holidays count.</param>
    DateTimeOffset DueAt(Urgency urgency, string? country, DateTimeOffset now);
}
