using OutreachBot.Agenda;
using OutreachBot.Demo;
using OutreachBot.Doctor;
using OutreachBot.Effects;
using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Outbox;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSettings<OutboxOptions>()
        .AddSingleton<OutboxBells>()
        .AddSingleton<OutboundBox>()
        .AddSingleton<IOutbox, DurableOutbox>()
        .AddSingleton<IForgetsPerson, OutboxForgetting>()
        .AddSingleton<DeliveryNews>()
        .AddSingleton<IDeliveryReports>(p => p.GetRequiredService<DeliveryNews>())
        .AddSingleton<ProviderCopies>()
        .AddSingleton<IProviderCopies>(p => p.GetRequiredService<ProviderCopies>())
        .AddSingleton<IDemoResident, SimulatedMessages>()
        .AddSingleton<OutboxDelivery>()
        .AddSingleton<OutboxDispatcher>()
        .AddHostedService(p => p.GetRequiredService<OutboxDispatcher>())
        .AddSingleton<ProviderCopyDispatcher>()
        .AddHostedService(p => p.GetRequiredService<ProviderCopyDispatcher>())
        .AddSingleton<CopyRecord>()
        .AddSingleton<CopySearch>()
        .AddHostedService(p => p.GetRequiredService<CopySearch>())
        .AddSingleton<CopyRounds>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<CopyRounds>())
        .AddSingleton<IStartStep>(p => p.GetRequiredService<CopyRounds>())
        .AddSingleton<IDoctorCheck, CopiesCheck>();
}
