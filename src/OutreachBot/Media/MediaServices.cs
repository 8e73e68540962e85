using OutreachBot.Agenda;
using OutreachBot.Conversations;
using OutreachBot.Privacy;
using OutreachBot.Tips;

namespace OutreachBot.Media;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<MediaBell>()
        .AddSingleton<MediumBox>()
        .AddSingleton<MediaIntake>()
        .AddSingleton<IInboundMedia>(p => p.GetRequiredService<MediaIntake>())
        .AddSingleton<MediaKeeping>()
        .AddSingleton<ITipMedia>(p => p.GetRequiredService<MediaKeeping>())
        .AddSingleton<MediaAddresses>()
        .AddSingleton<MediaGiving>()
        .AddSingleton<MediaDoor>()
        .AddSingleton<MediumEnd>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<MediumEnd>())
        .AddSingleton<MediumFetching>()
        .AddSingleton<MediumSealing>()
        .AddSingleton<ISealHolder, MediaSeals>()
        .AddSingleton<MediaWorker>()
        .AddHostedService(p => p.GetRequiredService<MediaWorker>());
}
