using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutreachBot.Media;
using OutreachBot.Outbox;

namespace OutreachBot.Tests.Support;

/// <summary>A host that fetches media and deletes copies only when the test says so.</summary>
internal static class QuietWorkers
{
    public static void Silence(IServiceCollection services) =>
        Remove(services, typeof(MediaWorker), typeof(ProviderCopyDispatcher), typeof(CopySearch));

    /// <summary>Nothing leaves until the test drains the outbox.</summary>
    public static void HoldOutbox(IServiceCollection services) => Remove(services, typeof(OutboxDispatcher));

    /// <summary>Media are fetched, sealed, passed on; then copies are deleted.</summary>
    public static async Task RunAsync(IServiceProvider services)
    {
        await services.GetRequiredService<MediaWorker>().DrainAsync(CancellationToken.None);
        await services.GetRequiredService<ProviderCopyDispatcher>().DrainAsync(CancellationToken.None);
    }

    private static void Remove(IServiceCollection services, params Type[] workers)
    {
        foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && workers.Contains(s.ImplementationFactory?.Method.ReturnType)).ToList())
        {
            services.Remove(worker);
        }
    }
}
