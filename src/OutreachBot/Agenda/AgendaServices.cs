namespace OutreachBot.Agenda;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class AgendaServices
{
    public static IServiceCollection AddAgenda(this IServiceCollection services) => services;
}
