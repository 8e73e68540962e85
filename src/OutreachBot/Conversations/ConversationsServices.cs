using OutreachBot.Agenda;
using OutreachBot.Alerts;
using OutreachBot.Demo;
using OutreachBot.Effects;
using OutreachBot.Sounds;
using OutreachBot.Starting;

namespace OutreachBot.Conversations;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class ConversationsServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<ITurnGate, KeyedTurnGate>()
        .AddSingleton<IConversation, Conversation>()
        .AddSingleton<Turns>()
        .AddSingleton<IRings, Rings>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<CarrierWords>()
        .AddSingleton<Addressing>()
        .AddSingleton<PersonFile>()
        .AddSingleton<ReplyBox>()
        .AddSingleton<LineContext>()
        .AddSingleton<IAgendaHandler, WakeHandler>()
        .AddSingleton<CoveredResponders>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<CoveredResponders>())
        .AddSingleton<Housekeeping>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<Housekeeping>())
        .AddSingleton<IEffectHandler, EraseEffect>()
        .AddSingleton<IEffectHandler, OptOutEffect>()
        .AddSingleton<IEffectHandler, OptInEffect>()
        .AddSingleton<IEffectHandler, MyDataEffect>()
        .AddSingleton<IEffectHandler, ChooseWordEffect>()
        .AddSingleton<IDemoResident, SimulatedConversations>()
        .AddSingleton<IStartStep, ConversationStart>()
        .AddFlows();

    private static IServiceCollection AddFlows(this IServiceCollection services) => services
        .AddSingleton<FlowShelf>()
        .AddSingleton<ITurnEngine>(p => p.GetRequiredService<FlowShelf>())
        .AddSingleton<IFlowBook>(p => p.GetRequiredService<FlowShelf>())
        .AddSingleton<IUnaskedWords, UnaskedWords>()
        .AddSingleton<IStartStep, FlowsStart>()
        .AddHostedService<FlowWatch>();
}
