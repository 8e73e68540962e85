using OutreachBot.Agenda;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Conversations;
using OutreachBot.Doctor;
using OutreachBot.Effects;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class AlertsServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertProgress>()
        .AddSingleton<CandidateSearch>()
        .AddSingleton<CaseWords>()
        .AddSingleton<IRingPace, RingPace>()
        .AddSingleton<WithoutPlace>()
        .AddSingleton<AlertMessages>()
        .AddSingleton<TipTimers>()
        .AddSingleton<Dispatch>()
        .AddSingleton<CaseWatch>()
        .AddSingleton<HeldAlerts>()
        .AddSingleton<HandOvers>()
        .AddSingleton<QueuedWords>()
        .AddSingleton<CaseReturn>()
        .AddSingleton<CaseClosing>()
        .AddSingleton<Referrals>()
        .AddDuplicates()
        .AddSingleton<IAlerting, Alerting>()
        .AddSingleton<IOpenAlerts, OpenAlerts>()
        .AddSingleton<IForgetsPerson, ResponderForgetting>()
        .AddSingleton<IResponderWork, ResponderWork>()
        .AddSingleton<IPinAlarm, PinAlarm>()
        .AddSingleton<ICoordinatorNotices, CoordinatorNotices>()
        .AddDelivery(OutboundPurpose.Alert)
        .AddDelivery(OutboundPurpose.Reminder)
        .AddDelivery(OutboundPurpose.Relay)
        .AddSingleton<TipMending>()
        .AddSingleton<AlertSweep>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<AlertSweep>())
        .AddSingleton<IStartStep>(p => p.GetRequiredService<AlertSweep>())
        .AddSingleton<IAgendaHandler, ArrivalHandler>()
        .AddSingleton<IDoctorCheck, AlertsCheck>()
        .AddSingleton<IAgendaHandler, Escalation>()
        .AddSingleton<IAgendaHandler, Unassigned>()
        .AddSingleton<IAgendaHandler, UnseenTips>()
        .AddSingleton<IAgendaHandler, WithoutPlaceNotice>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<HandOvers>())
        .AddSingleton<IEffectHandler, AcceptAlertEffect>()
        .AddSingleton<IEffectHandler, PassAlertEffect>()
        .AddSingleton<IEffectHandler, ConflictAlertEffect>()
        .AddSingleton<IEffectHandler, HandOverEffect>()
        .AddSingleton<IEffectHandler, AttendCaseEffect>()
        .AddSingleton<IEffectHandler, FindOfficesEffect>()
        .AddSingleton<WaitingAlerts>()
        .AddSingleton<IEffectHandler, FindDefenderEffect>()
        .AddSingleton<IEffectHandler, ReferCaseEffect>()
        .AddSingleton<IEffectHandler, CloseCaseEffect>()
        .AddSingleton<IEffectHandler, ListAlertsEffect>();

    private static IServiceCollection AddDelivery(this IServiceCollection services, OutboundPurpose purpose) =>
        services.AddSingleton<IDeliveryListener>(p => ActivatorUtilities.CreateInstance<AlertDelivery>(p, purpose));
}
