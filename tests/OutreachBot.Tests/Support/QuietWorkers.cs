using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutreachBot.Media;
using OutreachBot.Outbox;

namespace OutreachBot.Tests.Support;

/// <summary>A host that fetches media and deletes copies only when the test says so.</summary>
internal static class QuietWorkers
{
    public static void Silence(IServiceCollection services)
    {
        foreach (var worker in services.Where(IsOne).ToList())
        {
            services.Remove(worker);
        }
    }

    /// <summary>Media are fetched, sealed, passed on; then copies are deleted.</summary>
    public static async Task RunAsync(IServiceProvider services)
    {
        await services.GetRequiredService<MediaWorker>().DrainAsync(CancellationToken.None);
        await services.GetRequiredService<ProviderCopyDispatcher>().DrainAsync(CancellationToken.None);
    }

    private static bool IsOne(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationFactory?.Method.ReturnType is { } made && (made == typeof(MediaWorker) || made == typeof(ProviderCopyDispatcher) || made == typeof(CopySearch));
}
