namespace OutreachBot.Hosting;

/// <summary>Where settings come from, weakest first: appsettings.json beside the program, user secrets, environment.</summary>
internal static class HostConfiguration
{
    public static void AddTo(IConfigurationBuilder configuration)
    {
        configuration.Sources.Clear();
        configuration
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddUserSecrets(typeof(HostConfiguration).Assembly, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables();
    }
}
