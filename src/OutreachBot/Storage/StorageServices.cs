namespace OutreachBot.Storage;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services;
}
