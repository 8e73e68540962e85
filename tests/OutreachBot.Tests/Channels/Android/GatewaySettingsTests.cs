using Microsoft.Extensions.Configuration;
using OutreachBot.Channels.Android;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Android;

public sealed class GatewaySettingsTests
{
    private static readonly Dictionary<string, string?> Right = new(StringComparer.Ordinal)
    {
        ["Id"] = "bolivia",
        ["Country"] = "BO",
        ["Phone"] = "+59170000001",
        ["ApiBaseUrl"] = "https://sms.example.org/3rdparty/v1",
        ["User"] = "sms",
        ["Password"] = "word",
        ["SigningKey"] = "clave-de-prueba-A1",
    };

    [Fact]
    public void What_is_right_is_read_and_what_is_left_out_is_Androids_own()
    {
        var device = Assert.Single(Read(Right).Devices);
        Assert.Equal(("bolivia", 30, "https://sms.example.org/3rdparty/v1/"), (device.Id, device.PartsPer30Minutes, device.ApiBaseUrl.AbsoluteUri));
        Assert.DoesNotContain("word", $"{device}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Id", null)]
    [InlineData("Id", "Bolivia 1")]
    [InlineData("Country", "Bolivia")]
    [InlineData("Phone", "70000001")]
    [InlineData("ApiBaseUrl", "sms.example.org")]
    [InlineData("ApiBaseUrl", "http://sms.example.org")]
    [InlineData("ApiBaseUrl", "http://192.168.1.10:8080")]
    [InlineData("User", "")]
    [InlineData("Password", null)]
    [InlineData("PasswordFile", "/nowhere/at/all")]
    [InlineData("SigningKey", "short")]
    [InlineData("SimNumber", "0")]
    [InlineData("PartsPer30Minutes", "29")]
    [InlineData("OfflineAfterMinutes", "5")]
    [InlineData("CaFile", "/nowhere/at/all")]
    [InlineData("Colour", "red")]
    public void What_is_wrong_is_named(string name, string? value)
    {
        var settings = new Dictionary<string, string?>(Right, StringComparer.Ordinal) { [name] = value };
        var fault = Assert.Single(Faults(settings));
        Assert.StartsWith(name == "PasswordFile" ? "Android__Devices__0__Password" : $"Android__Devices__0__{name}", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phone_within_a_tunnel_may_be_reached_without_a_certificate() => Assert.Empty(Faults(new(Right, StringComparer.Ordinal)
    {
        ["ApiBaseUrl"] = "http://10.8.0.2:8080",
        ["InTunnel"] = "true",
    }));

    [Fact]
    public async Task A_server_with_a_wrong_setting_does_not_start_and_says_its_name()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(async () =>
            await RunningHost.StartAsync(new HostSetup { Settings = new(StringComparer.Ordinal) { ["Android:Devices:0:Id"] = "bolivia" } }));
        Assert.Contains("Android__Devices__0__SigningKey", refusal.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Faults(Dictionary<string, string?> settings) =>
        [.. Of(settings).Validate(null, new GatewayOptions()).Failures ?? []];

    private static GatewayOptions Read(Dictionary<string, string?> settings)
    {
        var options = new GatewayOptions();
        Of(settings).Configure(options);
        return options;
    }

    private static GatewaySettings Of(Dictionary<string, string?> settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(s => $"Android:Devices:0:{s.Key}", s => s.Value, StringComparer.Ordinal)).Build());
}
