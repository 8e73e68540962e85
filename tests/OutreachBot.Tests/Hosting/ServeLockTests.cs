using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutreachBot.Hosting;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Hosting;

public sealed class ServeLockTests
{
    [Fact]
    public void A_second_server_on_the_same_data_is_refused_until_the_first_has_ended()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-lock-").FullName;
        try
        {
            using (ServeLock.Take(new DataDirectory(folder)))
            {
                var refusal = Assert.Throws<StartRefusedException>(() => ServeLock.Take(new DataDirectory(folder)));
                Assert.Contains("--data", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
            }
            ServeLock.Take(new DataDirectory(folder)).Dispose();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("http://localhost:5080;nonsense")]
    public async Task An_address_that_is_none_is_wrong_usage_and_the_right_form_is_told(string urls)
    {
        var outcome = await CommandLineRun.RunAsync("serve", "--urls", urls);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("http://localhost:5080", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(26)]
    public void A_disk_that_fails_is_something_to_wait_for(int sqliteCode) =>
        Assert.IsType<StoreBrokenException>(SqliteFaults.Translate(new SqliteException("x", sqliteCode)), exactMatch: true);

    [Fact]
    public void No_setting_turns_the_frameworks_own_logs_on_and_ours_can_be_turned_up()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
            ["LogLevel:System.Net.Http.HttpClient"] = "Debug",
            ["LogLevel:OutreachBot"] = "Debug",
        }).Build();
        var services = new ServiceCollection().AddLogging(logging =>
        {
            logging.AddConfiguration(settings);
            HostLogging.ToStandardError(LogLevel.Information)(logging);
        });
        using var provider = services.BuildServiceProvider();

        var logs = provider.GetRequiredService<ILoggerFactory>();

        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Information));
        Assert.False(logs.CreateLogger("System.Net.Http.HttpClient.twilio").IsEnabled(LogLevel.Information));
        Assert.True(logs.CreateLogger("OutreachBot.Outbox").IsEnabled(LogLevel.Debug));
        Assert.True(logs.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").IsEnabled(LogLevel.Error));
    }
}
