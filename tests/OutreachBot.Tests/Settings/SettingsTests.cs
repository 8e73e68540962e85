using Microsoft.Extensions.Options;
using OutreachBot.Starting;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Line:Nmae", "x", "Line__Nmae: there is no such setting. Take it out, or write one of Line__Name, Line__FreeToSender.")]
    [InlineData("Line:Name", "a name that no first message has room for", "Line__Name: it has to be 1 to 30 visible characters. Write a short neutral name.")]
    [InlineData("Line:FreeToSender", "si", "Line__FreeToSender: its value can't be read. Write true or false.")]
    [InlineData("Country:Default", "PE", "Country__Default: the line knows no such country. Write BO or GT, or leave it out.")]
    [InlineData("Languages:GoLive", "finished", "Languages__GoLive: its value can't be read. Write one of draft, translated, community_reviewed, approved.")]
    [InlineData("Languages:GoLive", "3", "Languages__GoLive: its value can't be read. Write one of draft, translated, community_reviewed, approved.")]
    [InlineData("Alerts:Details", "all", "Alerts__Details: its value can't be read. Write one of brief, story.")]
    [InlineData("Hotlines:TestedOn", "yesterday", "Hotlines__TestedOn: its value can't be read. Write a day like 2026-03-31.")]
    [InlineData("Limits:MessagesPerPersonPerMinute", "0", "Limits__MessagesPerPersonPerMinute: it is out of bounds. Write a number from 1 to 600.")]
    [InlineData("Limits:TipsPerPersonPerDay", "many", "Limits__TipsPerPersonPerDay: its value can't be read. Write a whole number.")]
    [InlineData("Limits:MessagesInAllPerSecond", "-1", "Limits__MessagesInAllPerSecond: it is out of bounds. Write a number from 0 to 100000.")]
    [InlineData("Keys:RecoveryFingerprint", "abc", "Keys__RecoveryFingerprint: it has to be 64 hexadecimal digits. Copy it from the recovery sheet that 'keys new' printed.")]
    [InlineData("Storage:Provider", "postgres", "Storage__Provider: 'postgres' is not built yet. Write sqlite, or leave it out.")]
    [InlineData("PublicUrl", "line.example.org", "PublicUrl: it is not the address of a site. Write it like https://line.example.org.")]
    [InlineData("Twilio:AccountSid", "AC0123456789abcdef0123456789abcdef", "Twilio__AuthToken: it is missing while its other half is set. Set both, or neither.")]
    [InlineData("Twilio:ApiBaseUrl", "http://api.example.org", "Twilio__ApiBaseUrl: plain http leaves this machine. Write https://.")]
    [InlineData("Twilio:From", "59170000000", "Twilio__From: it is no number in E.164. Write it like +15005550006.")]
    public async Task A_wrong_setting_stops_the_start_with_its_name_and_the_mend(string name, string value, string words)
    {
        var refusal = await RefusalAsync(new(StringComparer.Ordinal) { [name] = value });
        Assert.Equal(words, Assert.Single(refusal));
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once()
    {
        var refusal = await RefusalAsync(new(StringComparer.Ordinal) { ["Line:FreeToSender"] = "si", ["Country:Default"] = "PE", ["Line:Nmae"] = "x" });
        Assert.Equal(3, refusal.Count);
    }

    [Fact]
    public async Task A_secret_is_never_said_back()
    {
        var refusal = await RefusalAsync(new(StringComparer.Ordinal) { ["Twilio:AuthToken"] = "hush", ["Twilio:AccountSid"] = "secretsid" });
        Assert.DoesNotContain(refusal, r => r.Contains("hush", StringComparison.Ordinal) || r.Contains("secretsid", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> RefusalAsync(Dictionary<string, string?> settings)
    {
        var thrown = await Record.ExceptionAsync(() => RunningHost.StartAsync(new HostSetup { Settings = settings }));
        return thrown switch
        {
            OptionsValidationException one => [.. one.Failures],
            AggregateException several => [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures)],
            StartRefusedException refused => refused.Reasons,
            _ => throw new InvalidOperationException("the host started", thrown),
        };
    }
}
