namespace OutreachBot.Outbox;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services;
}
