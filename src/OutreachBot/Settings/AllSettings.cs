namespace OutreachBot.Settings;

/// <summary>The settings that belong to no wall; a channel brings its own.</summary>
internal static class AllSettings
{
    public static IServiceCollection AddSharedSettings(this IServiceCollection services) => services
        .AddSettings<PublicOptions>()
        .AddSettings<LineOptions>()
        .AddSettings<CountryOptions>()
        .AddSettings<LanguagesOptions>()
        .AddSettings<HotlinesOptions>()
        .AddSettings<AlertsOptions>()
        .AddSettings<LimitsOptions>()
        .AddSettings<KeysOptions>()
        .AddSettings<StorageOptions>();
}
