using OutreachBot.Agenda;
using OutreachBot.Demo;
using OutreachBot.Effects;
using OutreachBot.Tips.Export;

namespace OutreachBot.Tips;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class TipsServices
{
    public static IServiceCollection AddTips(this IServiceCollection services) => services
        .AddSingleton<KeptFrom>()
        .AddSingleton<Communities>()
        .AddSingleton<ITipSurge, TipSurge>()
        .AddSingleton<TipIntake>()
        .AddSingleton<Naming>()
        .AddSingleton<NamedBefore>()
        .AddSingleton<TipRemoval>()
        .AddSingleton<TipPurge>()
        .AddSingleton<TipOpener>()
        .AddSingleton<TipReferral>()
        .AddSingleton<TipExport>()
        .AddSingleton<IGuessPace, GuessPace>()
        .AddSingleton<IDemoResident, DemoTips>()
        .AddSingleton<IAgendaHandler, TipRetention>()
        .AddSingleton<IAgendaHandler, TipWithdrawal>()
        .AddSingleton<IEffectHandler, RaiseAlertEffect>()
        .AddSingleton<IEffectHandler, SubmitTipEffect>()
        .AddSingleton<IEffectHandler, KeepAwayEffect>()
        .AddSingleton<IEffectHandler, DescribeTipEffect>()
        .AddSingleton<IEffectHandler, DiscardTipEffect>()
        .AddSingleton<IEffectHandler, FindTipEffect>()
        .AddSingleton<IEffectHandler, TipStatusEffect>()
        .AddSingleton<IEffectHandler, AddToTipEffect>()
        .AddSingleton<IEffectHandler, WithdrawTipEffect>()
        .AddSingleton<IEffectHandler, EraseTipEffect>()
        .AddSingleton<IEffectHandler, AskPersonEffect>();
}
