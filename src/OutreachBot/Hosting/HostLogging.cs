using Microsoft.Extensions.Logging.Console;

namespace OutreachBot.Hosting;

internal static class HostLogging
{
    /// <summary>One line an event, all on stderr: stdout is for data.</summary>
    public static Action<ILoggingBuilder> ToStandardError(LogLevel least) => logging => logging
        .ClearProviders()
        .SetMinimumLevel(least)

        // Requests are never logged by the framework: a path or query of a stranger's making may hold anything.
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.Hosting", LogLevel.Warning)
        .AddFilter("System.Net.Http", LogLevel.Warning)
        .AddFilter("Polly", LogLevel.Error)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        })
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
