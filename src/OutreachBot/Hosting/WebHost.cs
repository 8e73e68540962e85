using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OutreachBot.Channels;
using OutreachBot.Channels.Android;
using OutreachBot.Channels.Simulator;
using OutreachBot.Channels.Twilio;
using OutreachBot.Demo;
using OutreachBot.Media;
using OutreachBot.Promise;
using OutreachBot.Settings;
using OutreachBot.Sounds;
using OutreachBot.Starting;

namespace OutreachBot.Hosting;

/// <param name="Urls">Where to listen, several between semicolons.</param>
/// <param name="Demo">What the operator said; null: as the data directory says.</param>
internal sealed record ServeRequest(DataDirectory Data, FlowsDirectory Flows, string Urls, bool? Demo);

/// <summary>The host with its doors.</summary>
internal static class WebHost
{
    /// <summary>Serves until it is told to stop (SIGTERM, Ctrl+C).</summary>
    /// <param name="begun">Once the doors are open.</param>
    /// <exception cref="StartRefusedException">Something must be mended first.</exception>
    public static async Task<int> RunAsync(ServeRequest request, Func<Task> begun, CancellationToken cancellationToken)
    {
        await using var app = await StartAsync(request, adjust: null, cancellationToken);
        await begun();
        Announce(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Everything checked and prepared, and the doors open.</summary>
    /// <param name="adjust">For tests: settings and services of their own, last.</param>
    public static async Task<WebApplication> StartAsync(
        ServeRequest request, Action<WebApplicationBuilder>? adjust, CancellationToken cancellationToken)
    {
        var app = Build(request, adjust);
        try
        {
            app.Services.GetRequiredService<ServeLock>();
            await OpenHost.PrepareAsync(app.Services, everything: true, cancellationToken);
            OpenDoors(app);
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException { InnerException: AddressInUseException or SocketException } or SocketException)
        {
            await app.DisposeAsync();
            throw new StartRefusedException(
                $"{request.Urls}: can't listen there, another program does or this user may not. End that one, or say another address with --urls.");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return app;
    }

    private static WebApplication Build(ServeRequest request, Action<WebApplicationBuilder>? adjust)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        HostConfiguration.AddTo(builder.Configuration);
        HostLogging.ToStandardError(LogLevel.Information)(builder.Logging);
        builder.WebHost.UseUrls(request.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Services.AddSingleton(_ => ServeLock.Take(request.Data));
        builder.Services.AddOutreachBot(request.Data, request.Flows, new ModeWish(Decides: true, request.Demo));
        adjust?.Invoke(builder);
        return builder.Build();
    }

    private static void OpenDoors(WebApplication app)
    {
        app.UseMiddleware<DoorHeaders>();
        app.UseMiddleware<FaultBarrier>();
        app.UseMiddleware<SimulatorGate>();
        app.MapTwilio();
        app.MapAndroid();
        app.MapSimulator();
        app.MapHealth();
        app.MapSounds();
        MediaDoor.Map(app);
        PromiseDoor.Map(app);
    }

    private static void Announce(WebApplication app)
    {
        foreach (var url in app.Urls)
        {
            HostLog.Listening(app.Logger, url);
        }
        var twilio = app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value;
        if (app.Services.GetRequiredService<LineMode>().IsDemo)
        {
            var address = app.Urls.First();
            if (twilio.IsConfigured)
            {
                HostLog.DemoWithProvider(app.Logger, address);
            }
            else
            {
                HostLog.DemoIsOn(app.Logger, address);
            }
        }
        else
        {
            HostLog.LineIsReal(app.Logger);
            if (!app.Services.GetRequiredService<Roads>().HasAny)
            {
                HostLog.NobodyCanWrite(app.Logger);
            }
        }
        if (twilio.IsConfigured && app.Services.GetRequiredService<IOptions<PublicOptions>>().Value.PublicUrl is null)
        {
            TwilioLog.NoPublicUrl(app.Logger);
        }
    }
}
