using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Addresses;
using OutreachBot.Audit;
using OutreachBot.Commands;
using OutreachBot.Hosting;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Commands;

/// <summary>Holes, export by two people, retirement: the commands as from a shell.</summary>
public sealed class RespondersCommandTests : IDisposable
{
    private const string Header = "name,phone,role,country,areas,languages,competences,institution,on_duty";
    private const string Rosa = "Rosa Ficticia,+59171234567,defender,BO,BO-010601;BO-02,qu;es,work;domestic,Red Tarabuco,yes";
    private const string Elena = "Elena Ficticia,+59171234568,coordinator,BO,national,es,all,\"Coordinación; Sucre\",yes";
    private const string Clara = "Clara Ficticia,+50251234567,coordinator,GT,national,es;quc,all,=Oficina,no";

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-responders-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Holes_are_told_worst_first_with_who_would_get_a_tip_there_and_what_nobody_near_handles()
    {
        await ImportAsync(Rosa, Elena);

        var outcome = await RunAsync("responders", "list", "--holes", "--country", "BO");

        Assert.Equal(0, outcome.ExitCode);
        var holes = outcome.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(343, holes.Count);
        Assert.Equal(("BO-070101", "coordinator"), (Text(holes[0], "municipality"), Text(holes[0], "now")));
        Assert.Equal("all", holes[0].GetProperty("nobody_near").GetProperty("es")[0].GetString());
        var tarabuco = holes.Single(h => Text(h, "municipality") == "BO-010601");
        Assert.Equal((1, "municipality"), (tarabuco.GetProperty("tiers").GetProperty("municipality").GetInt32(), Text(tarabuco, "now")));
        Assert.DoesNotContain("work", tarabuco.GetProperty("nobody_near").GetProperty("qu").EnumerateArray().Select(k => k.GetString()));
        Assert.Contains("Of 343 municipalities 1 have somebody of their own", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_of_its_own_handles_every_kind_there_is_no_hole_but_for_a_language_that_is_asked_for()
    {
        await ImportAsync(Rosa.Replace("work;domestic", "all", StringComparison.Ordinal), Elena);

        Assert.DoesNotContain("BO-010601", (await RunAsync("responders", "list", "--holes")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("BO-010601", (await RunAsync("responders", "list", "--holes", "--language", "qu")).Out, StringComparison.Ordinal);
        Assert.Contains("BO-010601", (await RunAsync("responders", "list", "--holes", "--language", "ay")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("responders", "list", "--holes", "--language", "ay", "--country", "GT")).ExitCode);
        Assert.Equal(2, (await RunAsync("responders", "list", "--country", "BO")).ExitCode);
        Assert.Equal(2, (await RunAsync("responders", "list", "--holes", "--country", "PE")).ExitCode);
    }

    [Fact]
    public async Task What_two_people_export_an_import_takes_in_without_changing_anything()
    {
        var (_, clara) = await WithTwoKeysAsync();

        var exported = await ExportAsync("out.csv", clara, "elena", "clara");

        Assert.Equal((0, """{"exported":3,"samples_left_out":0}"""), (exported.ExitCode, exported.Lines.Single()));
        var sheet = await File.ReadAllTextAsync(At("out.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith(Header + "\n", sheet, StringComparison.Ordinal);
        Assert.Contains("'+59171234567", sheet, StringComparison.Ordinal);
        Assert.Contains("'=Oficina", sheet, StringComparison.Ordinal);
        Assert.Equal(
            """{"added":0,"updated":0,"unchanged":3,"samples_removed":0,"dry_run":false}""",
            (await RunAsync("responders", "import", At("out.csv"))).Lines.Single());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("out.csv")));
        }
    }

    [Fact]
    public async Task An_export_leaves_a_line_in_the_audit_with_both_and_is_not_written_over()
    {
        var (elena, clara) = await WithTwoKeysAsync();
        await ExportAsync("out.csv", clara, "elena", "clara");

        AssertRefused(await ExportAsync("out.csv", clara, "elena", "clara"));

        var line = Assert.Single(await AuditAsync(AuditActs.RespondersExported));
        Assert.Contains(elena, line.Actor, StringComparison.Ordinal);
        Assert.Contains(clara, line.Actor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_alone_exports_nothing()
    {
        var (elena, clara) = await WithTwoKeysAsync();

        AssertRefused(await ExportAsync("out.csv", elena, "elena", "elena"));
        AssertRefused(await ExportAsync("out.csv", clara, "elena", "elena"));
        AssertRefused(await ExportAsync("out.csv", elena, "elena", "clara"));
        AssertRefused(await ExportAsync("out.csv", clara, "sheet", "clara"));
        AssertRefused(await ExportAsync("out.csv", clara, "elena", "sheet"));
        AssertRefused(await ExportAsync("out.csv", "clara", "elena", "clara"));
        AssertRefused(await ExportAsync("out.csv", clara, "elena", "wrong"));
        Assert.Equal(2, (await RunAsync("responders", "export", At("out.csv"))).ExitCode);

        Assert.False(File.Exists(At("out.csv")));
        Assert.Empty(await AuditAsync(AuditActs.RespondersExported));
    }

    [Fact]
    public async Task A_suspended_coordinator_is_no_second_person()
    {
        var (_, clara) = await WithTwoKeysAsync();
        await RunAsync("responders", "suspend", clara, "--flows", RunningHost.FlowsPath());

        AssertRefused(await ExportAsync("out.csv", clara, "elena", "clara"));
    }

    [Fact]
    public async Task A_key_is_given_once_with_the_sheet_of_the_keys_in_use_and_a_passphrase_of_her_own()
    {
        var (_, clara) = await WithTwoKeysAsync();

        AssertRefused(await RunAsync("users", "add", "--responder", clara, "--sheet", At("sheet"), "--passphrase-file", Write("new", "a third long one")));
        AssertRefused(await RunAsync("users", "add", "--responder", clara, "--sheet", At("elena"), "--passphrase-file", At("new")));
        AssertRefused(await RunAsync("users", "add", "--responder", clara, "--sheet", At("sheet"), "--passphrase-file", At("elena")));
        AssertRefused(await RunAsync("users", "add", "--responder", await IdAsync("defender"), "--sheet", At("sheet"), "--passphrase-file", At("new")));
    }

    [Fact]
    public async Task Who_is_retired_is_off_file_with_her_key_and_nothing_waits_for_her_phone()
    {
        var (_, clara) = await WithTwoKeysAsync();
        await PostAsync("+50251234567");

        Assert.Equal(0, (await RunAsync("responders", "retire", clara, "--flows", RunningHost.FlowsPath())).ExitCode);

        Assert.DoesNotContain(clara, (await RunAsync("responders", "list")).Out, StringComparison.Ordinal);
        AssertRefused(await RunAsync("responders", "retire", clara));
        AssertRefused(await RunAsync("responders", "retire", "r_1"));
        await using var host = await OpenAsync();
        var (keys, waiting) = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => (host.Services.GetRequiredService<Recipients>().Get(unit).All.Count(r => r.Responder?.ToString() == clara),
                host.Services.GetRequiredService<IOutboxStore>().All(unit).Count),
            TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (keys, waiting));
    }

    [Fact]
    public async Task The_only_key_is_not_retired()
    {
        var (elena, clara) = await WithTwoKeysAsync();
        await RunAsync("responders", "retire", clara, "--flows", RunningHost.FlowsPath());

        AssertRefused(await RunAsync("responders", "retire", elena, "--flows", RunningHost.FlowsPath()));

        Assert.Contains(elena, (await RunAsync("responders", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_very_many_faults_the_first_are_told_and_how_many_there_are()
    {
        var outcome = await ImportAsync([.. Enumerable.Repeat("X,1,defender,BO,BO-01,es,all,,yes", 300)]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(52, outcome.Error.Count(c => c == '\n'));
        Assert.EndsWith("Nothing was imported: 300 to mend.\n", outcome.Error, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static void AssertRefused(CommandOutcome outcome)
    {
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Out));
        Assert.EndsWith(".\n", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>Rosa, Elena and Clara on file; the two coordinators with a key and a passphrase each.</summary>
    private async Task<(string Elena, string Clara)> WithTwoKeysAsync()
    {
        await ImportAsync(Rosa, Elena, Clara);
        var (elena, clara) = (await IdAsync("coordinator", "BO"), await IdAsync("coordinator", "GT"));
        Write("wrong", "nobody's passphrase");
        Assert.Equal(0, (await RunAsync(
            "keys", "new", "--responder", elena, "--passphrase-file", Write("elena", "elena walks to the river"), "--out", At("sheet"))).ExitCode);
        Assert.Equal(0, (await RunAsync(
            "users", "add", "--responder", clara, "--sheet", At("sheet"), "--passphrase-file", Write("clara", "clara has seven hens"))).ExitCode);
        return (elena, clara);
    }

    private Task<CommandOutcome> ExportAsync(string file, string second, string passphrase, string secondPassphrase) => RunAsync(
        "responders", "export", At(file), "--second", second, "--passphrase-file", At(passphrase), "--second-passphrase-file", At(secondPassphrase));

    private Task<CommandOutcome> ImportAsync(params string[] lines) =>
        RunAsync("responders", "import", Write("sheet.csv", Header + "\n" + string.Join('\n', lines)));

    private async Task<string> IdAsync(string role, string country = "BO") =>
        (await RunAsync("responders", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement)
            .Single(r => Text(r, "role") == role && Text(r, "country") == country).GetProperty("id").GetString()!;

    private async Task PostAsync(string phone)
    {
        await using var host = await OpenAsync();
        await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit =>
            {
                host.Services.GetRequiredService<IOutbox>().Post(unit, new OutboundMessage(
                    RandomId.Draw(), Address.TryFrom(Channel.Sms, phone)!, "x", OutboundPurpose.Alert, Subject: null, unit.Now));
                return 0;
            },
            TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<AuditLine>> AuditAsync(string what)
    {
        await using var host = await OpenAsync();
        var lines = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => host.Services.GetRequiredService<IAuditStore>().Read(unit, 0, 100), TestContext.Current.CancellationToken);
        return [.. lines.Where(l => l.What == what)];
    }

    private Task<OpenHost> OpenAsync() => OpenHost.StartAsync(
        new(At("data")), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync([.. args, "--data", At("data")]);

    private string At(string name) => Path.Combine(_directory, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return At(name);
    }
}
