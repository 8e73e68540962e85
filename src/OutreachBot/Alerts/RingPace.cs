using Microsoft.Extensions.Options;
using OutreachBot.Responders;
using OutreachBot.Settings;

namespace OutreachBot.Alerts;

/// <summary>Why a phone is to ring. Each has a count of its own: none fills another's.</summary>
internal enum Ring
{
    Alert,
    Danger,

    /// <summary>Of something she was told of before, whether or not her phone rang for it then.</summary>
    Again,
}

/// <summary>How often alerts ring one phone within an hour; so what a flood costs has a bound, whatever is told in it.</summary>
/// <remarks>Counted by responder, of what she is sent alone: nobody's pace tells of a tip that she is kept away from.</remarks>
internal interface IRingPace
{
    /// <summary>Whether one more is too many.</summary>
    bool IsOver(ResponderId responder, Ring ring, DateTimeOffset now);

    /// <summary>Whether she is to be told now that some wait.</summary>
    bool IsNews(ResponderId responder, bool ofDangers, DateTimeOffset now);
}

internal sealed class RingPace(IOptions<LimitsOptions> limits) : IRingPace
{
    /// <summary>How often in an hour she is told that dangers wait in her list.</summary>
    private const int DangerNotices = 6;

    private readonly HourlyCount<ResponderId> _alerts = new(limits.Value.AlertsPerResponderPerHour);
    private readonly HourlyCount<ResponderId> _dangers = new(limits.Value.AlertsPerResponderPerHour * LimitsOptions.DangersFor);
    private readonly HourlyCount<ResponderId> _again = new(limits.Value.AlertsPerResponderPerHour);
    private readonly HourlyCount<ResponderId> _notices = new(1);
    private readonly HourlyCount<ResponderId> _dangerNotices = new(DangerNotices);

    public bool IsOver(ResponderId responder, Ring ring, DateTimeOffset now) =>
        (ring switch { Ring.Danger => _dangers, Ring.Again => _again, _ => _alerts }).IsOver(responder, now);

    public bool IsNews(ResponderId responder, bool ofDangers, DateTimeOffset now) => !(ofDangers ? _dangerNotices : _notices).IsOver(responder, now);
}
