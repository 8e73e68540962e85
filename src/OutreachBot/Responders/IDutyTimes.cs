namespace OutreachBot.Responders;

/// <summary>The clock and the calendar by which people are on duty.</summary>
public interface IDutyTimes
{
    /// <summary>Whether it is an hour of duty for her: by her record, else by the house's hours.</summary>
    bool IsDutyTime(Responder responder, DateTimeOffset now);

    /// <summary>Whether she is on duty now: she is when she says so, but for hours that her record leaves free.</summary>
    bool IsOnDuty(Responder responder, DateTimeOffset now);
}
