using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Hosting;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Support;

/// <summary>How a test wants its host.</summary>
internal sealed record HostSetup
{
    /// <summary>Null: a fresh one, deleted at the end. Give one to start again on the same.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>What <c>serve</c> was told: <c>--demo</c>, <c>--no-demo</c>, or neither.</summary>
    public bool? Demo { get; init; }

    /// <summary>Names as in the environment, with <c>:</c> for <c>__</c>.</summary>
    public Dictionary<string, string?> Settings { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Replaces services, last.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>The real host on a free port of this machine, over real HTTP.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _temporary;

    private RunningHost(WebApplication app, CapturedLog log, string? temporary)
    {
        _app = app;
        Log = log;
        _temporary = temporary;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>What the host has logged, at every level.</summary>
    public CapturedLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningHost> StartAsync(HostSetup? setup = null)
    {
        setup ??= new HostSetup();
        var temporary = setup.DataDirectory is null ? Directory.CreateTempSubdirectory("outreach-test-").FullName : null;
        var data = setup.DataDirectory ?? Path.Combine(temporary!, "data");
        var log = new CapturedLog();
        var app = await WebHost.StartAsync(
            new ServeRequest(new DataDirectory(data), new FlowsDirectory(FlowsPath()), "http://127.0.0.1:0", setup.Demo),
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(setup.Settings);
                builder.Logging.ClearProviders().AddProvider(log);
                setup.Services?.Invoke(builder.Services);
            },
            CancellationToken.None);
        return new RunningHost(app, log, temporary);
    }

    /// <summary>Somebody of Bolivia who responds, by SMS and in Spanish.</summary>
    public Task PutOnFileAsync(string number, string area, ResponderRole role = ResponderRole.Defender, string name = "Nombre", string institution = "Casa") =>
        Services.GetRequiredService<ITransactions>().RunAsync(
            unit => Services.GetRequiredService<IResponders>().Save(unit, new Responder(
                ResponderId.Draw(), name, Addresses.Address.TryFrom(Channel.Sms, number)!, role, "BO", [area], [LanguageTag.Spanish], [], institution,
                OnDuty: true, OptedOut: false, IsSample: false, LastAlertedAt: null)),
            CancellationToken.None);

    /// <summary>The flows of this repository.</summary>
    public static string FlowsPath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "flows"));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
