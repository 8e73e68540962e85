namespace OutreachBot.Flows.Running;

/// <summary>What day it is where she is.</summary>
internal static class LocalDay
{
    private static readonly TimeSpan LaPaz = TimeSpan.FromHours(-4);
    private static readonly TimeSpan Guatemala = TimeSpan.FromHours(-6);

    /// <remarks>Neither country has daylight saving; unknown is taken for La Paz.</remarks>
    public static DateOnly Of(TurnContext context)
    {
        var offset = context.Country == "GT" ? Guatemala : LaPaz;
        var now = context.Now.UtcDateTime;
        return DateOnly.FromDateTime(now.Ticks < -offset.Ticks ? now : now + offset);
    }
}
