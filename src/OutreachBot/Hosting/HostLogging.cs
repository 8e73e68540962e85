using Microsoft.Extensions.Logging.Console;

namespace OutreachBot.Hosting;

internal static class HostLogging
{
    /// <summary>One line an event, all on stderr: stdout is for data.</summary>
    public static Action<ILoggingBuilder> ToStandardError(LogLevel least) => logging => logging
        .ClearProviders()
        .SetMinimumLevel(least)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        })
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .PostConfigure<LoggerFilterOptions>(Quiet);

    // Requests are never logged by the framework: a path or query of a stranger's making may hold anything. A setting in the
    // environment (Logging__LogLevel__Microsoft…=Trace) would have it write them down: what is not ours stays at warnings,
    // whoever asks.
    private static void Quiet(LoggerFilterOptions filters)
    {
        for (var i = filters.Rules.Count - 1; i >= 0; i--)
        {
            if (filters.Rules[i] is { CategoryName: { } category, LogLevel: null or < LogLevel.Warning }
                && !category.StartsWith("OutreachBot", StringComparison.Ordinal))
            {
                filters.Rules.RemoveAt(i);
            }
        }
        foreach (var category in new[] { "Microsoft", "System", "Polly" })
        {
            filters.Rules.Add(new LoggerFilterRule(null, category, LogLevel.Warning, null));
        }
    }
}
