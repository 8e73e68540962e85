using OutreachBot.Agenda;
using OutreachBot.Effects;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>What this part of the room offers to the rest of it.</summary>
internal static class DuplicatesServices
{
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton<LikeSight>()
        .AddSingleton<CaseJoining>()
        .AddSingleton<LikeAnswers>()
        .AddSingleton<LikeSweep>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<LikeSweep>())
        .AddSingleton<IEffectHandler, AlikeTipsEffect>()
        .AddSingleton<IEffectHandler, JudgeAlikeEffect>()
        .AddSingleton<IEffectHandler, CloseAlikeEffect>();
}
