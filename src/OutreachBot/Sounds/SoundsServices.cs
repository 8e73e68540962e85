using OutreachBot.Flows.Running;

namespace OutreachBot.Sounds;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class SoundsServices
{
    public static IServiceCollection AddSounds(this IServiceCollection services) => services
        .AddSingleton<SoundShelf>()
        .AddSingleton<ISounds>(p => p.GetRequiredService<SoundShelf>())
        .AddSingleton<SoundAddresses>();
}
