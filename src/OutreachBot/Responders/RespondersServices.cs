using OutreachBot.Agenda;
using OutreachBot.Demo;
using OutreachBot.Doctor;
using OutreachBot.Effects;
using OutreachBot.Responders.Duty;
using OutreachBot.Responders.Pins;
using OutreachBot.Responders.Sheets;

namespace OutreachBot.Responders;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class RespondersServices
{
    public static IServiceCollection AddResponders(this IServiceCollection services) => services
        .AddSingleton<IResponders, ResponderBook>()
        .AddSingleton<IDoctorCheck, RespondersCheck>()
        .AddSingleton<IDemoResident, SampleResponders>()
        .AddSingleton<AreaCell>()
        .AddSingleton<FurtherColumns>()
        .AddSingleton<ResponderLineReader>()
        .AddSingleton<ResponderImport>()
        .AddSingleton<ResponderExport>()
        .AddSingleton<IAgendaHandler, Departure>()
        .AddSingleton<IAgendaHandler, TurnEnd>()
        .AddSingleton<IEffectGuard, PinGuard>()
        .AddSingleton<PinReset>()
        .AddSingleton<PinStates>()
        .AddSingleton<IEffectHandler, ChoosePinEffect>()
        .AddSingleton<IEffectHandler, CheckPinEffect>()
        .AddSingleton<IEffectHandler, SetDutyEffect>()
        .AddSingleton<IEffectHandler, SetPlaceEffect>()
        .AddSingleton<IEffectHandler, DutyStatusEffect>()
        .AddSingleton<IEffectHandler, DeclineDutyEffect>();
}
