using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Simulator;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class SimulatorServices
{
    public static IServiceCollection AddSimulator(this IServiceCollection services) => services
        .AddSingleton<PhoneBoard>()
        .AddSingleton<SimulatedLine>()
        .AddSingleton<SimulatedMedia>()
        .AddSingleton<IMediaSource>(p => p.GetRequiredService<SimulatedMedia>())
        .AddSingleton(p => (SimulatedClock)p.GetRequiredService<TimeProvider>())
        .AddSingleton<TimeTravel>()
        .AddSingleton<ISimulatorRule, SimulatorRule>()
        .AddSingleton<SimulatorDesk>()
        .AddSingleton<IOutboundChannel, SimulatorOutbound>();
}
