namespace OutreachBot.Doctor;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class DoctorServices
{
    public static IServiceCollection AddDoctor(this IServiceCollection services) => services
        .AddSingleton<Judgement>()
        .AddSingleton<IDoctorCheck, DiskCheck>()
        .AddSingleton<IDoctorCheck, ClockCheck>()
        .AddSingleton<IDoctorCheck, FlowsCheck>()
        .AddSingleton<IDoctorCheck, LanguagesCheck>()
        .AddSingleton<IDoctorCheck, HotlinesCheck>();
}
