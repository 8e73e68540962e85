using OutreachBot.Agenda;
using OutreachBot.Alerts;
using OutreachBot.Audit;
using OutreachBot.Backups;
using OutreachBot.Channels;
using OutreachBot.Channels.Android;
using OutreachBot.Channels.Simulator;
using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Demo;
using OutreachBot.Doctor;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Outreach;
using OutreachBot.Places;
using OutreachBot.Privacy;
using OutreachBot.Promise;
using OutreachBot.Relay;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Settings;
using OutreachBot.Sounds;
using OutreachBot.Starting;
using OutreachBot.Statistics;
using OutreachBot.Storage;
using OutreachBot.Tips;

namespace OutreachBot.Hosting;

/// <summary>All rooms of the host, put together once; <c>serve</c> and the commands use the same.</summary>
internal static class Composition
{
    public static IServiceCollection AddOutreachBot(
        this IServiceCollection services, DataDirectory data, FlowsDirectory flows, ModeWish wish) => services
        .AddSingleton(data)
        .AddSingleton(flows)
        .AddSingleton(wish)
        .AddSharedSettings()
        .AddSingleton<LineMode>()
        .AddSingleton<OutsideFile>()
        .AddStorage()
        .AddPrivacy()
        .AddSingleton<IStartStep>(p => ActivatorUtilities.CreateInstance<ModeStart>(p, () => p.GetServices<IDemoResident>()))
        .AddSingleton<Readiness>()
        .AddAudit()
        .AddDoctor()
        .AddAgenda()
        .AddOutbox()
        .AddPlaces()
        .AddResponders()
        .AddRouter()
        .AddTips()
        .AddAlerts()
        .AddRelay()
        .AddMedia()
        .AddBackups()
        .AddOutreach()
        .AddStatistics()
        .AddConversations()
        .AddSounds()
        .AddPromise()
        .AddAndroid()
        .AddSingleton<Roads>()
        .AddTwilio()
        .AddSimulator();
}
