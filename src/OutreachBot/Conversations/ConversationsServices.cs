namespace OutreachBot.Conversations;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class ConversationsServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services;
}
