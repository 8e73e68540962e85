using Microsoft.Extensions.Options;
using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Hosting;

/// <summary>The rooms put together for a command, without the web server.</summary>
internal sealed class OpenHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenHost(ServiceProvider services) => _services = services;

    /// <summary>What a command takes its ports from.</summary>
    public IServiceProvider Services => _services;

    /// <param name="everything">Also the start steps that only a conversation needs.</param>
    public static async Task<OpenHost> StartAsync(
        DataDirectory data, FlowsDirectory flows, ModeWish wish, bool everything, CancellationToken cancellationToken)
    {
        var services = Build(data, flows, wish);
        var host = new OpenHost(services);
        try
        {
            await PrepareAsync(services, everything, cancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
        return host;
    }

    /// <summary>The rooms put together and nothing begun: no store is opened, nothing is made.</summary>
    public static OpenHost Unopened(DataDirectory data, FlowsDirectory flows) => new(Build(data, flows, ModeWish.TakeAsItIs));

    /// <summary>Checks the settings and runs the start steps.</summary>
    /// <param name="everything">Also the steps that only a serving host needs.</param>
    public static async Task PrepareAsync(IServiceProvider services, bool everything, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        foreach (var step in services.GetServices<IStartStep>())
        {
            if (everything || step.ForEveryCommand)
            {
                await step.StartAsync(cancellationToken);
            }
        }
    }

    private static ServiceProvider Build(DataDirectory data, FlowsDirectory flows, ModeWish wish)
    {
        var configuration = new ConfigurationManager();
        HostConfiguration.AddTo(configuration);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(HostLogging.ToStandardError(LogLevel.Warning))
            .AddOutreachBot(data, flows, wish)
            .BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
