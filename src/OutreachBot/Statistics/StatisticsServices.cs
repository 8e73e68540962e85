using OutreachBot.Agenda;
using OutreachBot.Starting;

namespace OutreachBot.Statistics;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class StatisticsServices
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services
        .AddSingleton<TipFigures>()
        .AddSingleton<Releasing>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<Releasing>())
        .AddSingleton<ISecretDraw, SecretDraw>()
        .AddSingleton<PublicCounting>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<PublicCounting>())
        .AddSingleton<IStartStep, StatisticsStart>();
}
