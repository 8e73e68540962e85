namespace OutreachBot.Promise;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class PromiseServices
{
    public static IServiceCollection AddPromise(this IServiceCollection services) => services
        .AddSingleton<PromisePage>()
        .AddSingleton<PromiseDoor>();
}
