using Microsoft.Extensions.Options;
using OutreachBot.Flows.Definitions;
using OutreachBot.Hosting;
using OutreachBot.Settings;

namespace OutreachBot.Commands;

/// <summary>The deployment's language settings, for commands that need no store.</summary>
internal static class LanguageSettings
{
    /// <summary>The level that a language has to reach to be said.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; it names which.</exception>
    public static ReviewStatus GoLive()
    {
        var builder = new ConfigurationBuilder();
        HostConfiguration.AddTo(builder);
        var section = new SettingsSection<LanguagesOptions>(builder.Build());
        var options = new LanguagesOptions();
        var judged = section.Validate(null, options);
        if (judged.Failed)
        {
            throw new OptionsValidationException(LanguagesOptions.Section, typeof(LanguagesOptions), judged.Failures);
        }
        section.Configure(options);
        return options.ShowDrafts ? ReviewStatus.Draft : options.GoLive;
    }
}
