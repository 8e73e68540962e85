using OutreachBot.Settings;

namespace OutreachBot.Hosting;

/// <param name="Urls">Where to listen, several between semicolons.</param>
/// <param name="Demo">What the operator said; null: as the data directory says.</param>
internal sealed record ServeRequest(DataDirectory Data, FlowsDirectory Flows, string Urls, bool? Demo);

/// <summary>The host with its doors.</summary>
internal static class WebHost
{
    /// <summary>Serves until it is told to stop (SIGTERM, Ctrl+C).</summary>
    public static async Task<int> RunAsync(ServeRequest request, CancellationToken cancellationToken)
    {
        await using var app = Build(request);
        await OpenHost.PrepareAsync(app.Services, everything: true, cancellationToken);
        await app.RunAsync(cancellationToken);
        return 0;
    }

    public static WebApplication Build(ServeRequest request)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        HostConfiguration.AddTo(builder.Configuration);
        HostLogging.ToStandardError(LogLevel.Information)(builder.Logging);
        builder.WebHost.UseUrls(request.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Services.AddOutreachBot(request.Data, request.Flows);
        var app = builder.Build();
        app.MapGet("/health/live", () => "ok");
        return app;
    }
}
