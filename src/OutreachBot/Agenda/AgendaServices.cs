using OutreachBot.Transactions;

namespace OutreachBot.Agenda;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class AgendaServices
{
    public const string Bell = "agenda";

    public static IServiceCollection AddAgenda(this IServiceCollection services) => services
        .AddKeyedSingleton<WakeBell>(Bell)
        .AddSingleton<IAgenda, DurableAgenda>()
        .AddSingleton<AgendaRunner>()
        .AddHostedService(p => p.GetRequiredService<AgendaRunner>());
}
