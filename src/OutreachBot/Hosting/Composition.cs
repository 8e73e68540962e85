using Microsoft.Extensions.DependencyInjection;

namespace OutreachBot.Hosting;

/// <summary>All rooms of the host, put together once; <c>serve</c> and the commands use the same.</summary>
internal static class Composition
{
    public static IServiceCollection AddOutreachBot(this IServiceCollection services) => services;
}
