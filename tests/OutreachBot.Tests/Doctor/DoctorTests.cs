using OutreachBot.Channels.Twilio;
using OutreachBot.Commands;
using OutreachBot.Doctor;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Before_keys_new_it_exits_1_and_says_what_to_run()
    {
        var outcome = await RunAsync();

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("keys new", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Out);
    }

    [Fact]
    public async Task A_fresh_demo_has_nothing_to_mend_but_its_keys()
    {
        await ServeDemoAsync();

        var outcome = await RunAsync();

        var fault = Assert.Single(outcome.Error.Split('\n'), line => line.StartsWith("fault", StringComparison.Ordinal));
        Assert.StartsWith("fault  keys:", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_is_judged_as_one_and_a_line_with_people_on_file_as_a_real_one_before_it_was_ever_served()
    {
        await ServeDemoAsync();
        var demo = await RunAsync();
        await ImportAsync("Rosa Ficticia,+59171234567,defender,BO,BO-010601,es,all,Red,yes");
        var real = await RunAsync();

        Assert.StartsWith("Judged as a demo", demo.Error, StringComparison.Ordinal);
        Assert.StartsWith("Judged as a real line", real.Error, StringComparison.Ordinal);
        Assert.Contains("fault  provider: No provider is set", real.Error, StringComparison.Ordinal);
        Assert.Contains("fault  hotlines:", real.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Drafts are said", real.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_on_which_nobody_can_be_asked_or_that_has_no_coordinator_is_a_fault_and_with_one_alone_a_note()
    {
        await _store.RunAsync(_ => { });
        Assert.Contains("fault  responders: Nobody is on file", (await RunAsync()).Error, StringComparison.Ordinal);

        await ImportAsync("Rosa Ficticia,+59171234567,defender,BO,BO-010601,es,all,Red,yes");
        Assert.Contains("fault  responders: No coordinator", (await RunAsync()).Error, StringComparison.Ordinal);

        await ImportAsync("Elena Ficticia,+59171234568,coordinator,BO,national,es,all,Red,yes");
        Assert.Contains("note   responders: Only one coordinator", (await RunAsync()).Error, StringComparison.Ordinal);

        await ImportAsync("Clara Ficticia,+50251234567,coordinator,GT,national,es,all,Red,yes");
        Assert.Contains("ok     responders", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_found_with_the_command_that_mends_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps no Unix file modes");
            return;
        }
        await RunAsync();
        var database = Path.Combine(_store.Directory.Path, "outreach.db");
        File.SetUnixFileMode(database, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Contains($"chmod 600 '{database}'", (await RunAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_healthy_database_has_no_finding_and_one_from_another_build_has()
    {
        await _store.RunAsync(_ => { });
        var check = new DatabaseCheck(_store.Directory);
        Assert.Empty(await check.LookAsync(TestContext.Current.CancellationToken));

        await _store.RunAsync(u =>
        {
            using var newer = u.Sqlite().Prepare("INSERT INTO migration VALUES (9999, 'tomorrow')");
            newer.Run();
        });

        Assert.Contains("9999", Assert.Single(await check.LookAsync(TestContext.Current.CancellationToken)).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(1_000, false)]
    public void A_disk_that_fills_up_is_a_fault_when_little_is_left_and_a_note_before(long mebibytes, bool isFault) =>
        Assert.Equal(isFault, Assert.Single(DiskCheck.Judge(mebibytes * 1024 * 1024)).IsFault);

    [Fact]
    public void A_disk_with_room_is_no_finding() => Assert.Empty(DiskCheck.Judge(10L * 1024 * 1024 * 1024));

    [Fact]
    public void A_clock_that_is_behind_the_files_is_a_fault()
    {
        Assert.Empty(ClockCheck.Judge(TestStore.Start, TestStore.Start.AddMinutes(5), TimeSpan.Zero, isDemo: false));
        Assert.True(Assert.Single(ClockCheck.Judge(TestStore.Start, TestStore.Start.AddHours(2), TimeSpan.Zero, isDemo: false)).IsFault);
    }

    [Fact]
    public void A_moved_clock_is_a_fault_on_a_real_line_and_a_note_in_a_demo()
    {
        Assert.True(Assert.Single(ClockCheck.Judge(TestStore.Start, TestStore.Start, TimeSpan.FromHours(3), isDemo: false)).IsFault);
        Assert.False(Assert.Single(ClockCheck.Judge(TestStore.Start, TestStore.Start, TimeSpan.FromHours(3), isDemo: true)).IsFault);
    }

    [Fact]
    public void Hotlines_have_to_be_rung_before_a_real_line_shows_them_and_again_every_90_days()
    {
        var today = new DateOnly(2026, 6, 1);

        Assert.True(Assert.Single(HotlinesCheck.Judge(null, today, isDemo: false)).IsFault);
        Assert.False(Assert.Single(HotlinesCheck.Judge(null, today, isDemo: true)).IsFault);
        Assert.True(Assert.Single(HotlinesCheck.Judge(today.AddDays(-91), today, isDemo: false)).IsFault);
        Assert.True(Assert.Single(HotlinesCheck.Judge(today.AddDays(2), today, isDemo: true)).IsFault);
        Assert.Empty(HotlinesCheck.Judge(today.AddDays(-90), today, isDemo: false));
    }

    [Fact]
    public async Task A_flow_that_does_not_load_is_a_fault_at_its_line()
    {
        var flows = Directory.CreateDirectory(Path.Combine(_store.Directory.Path, "flows", "report"));
        File.WriteAllText(Path.Combine(flows.FullName, "flow.yaml"), "flow: report\nfirst: [");

        var findings = await new FlowsCheck(new(flows.Parent!.FullName)).LookAsync(TestContext.Current.CancellationToken);

        Assert.Contains(findings, f => f.IsFault && f.What.Contains("report/flow.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_real_line_needs_a_provider_a_number_and_an_address_it_is_called_at()
    {
        var account = new TwilioOptions { AccountSid = "AC" + new string('0', 32), AuthToken = "secret" };
        var whole = new TwilioOptions { AccountSid = account.AccountSid, AuthToken = "secret", From = "+15005550006" };
        var site = new Uri("https://line.example.org");

        Assert.True(Assert.Single(TwilioCheck.Judge(new TwilioOptions(), site, isDemo: false)).IsFault);
        Assert.False(Assert.Single(TwilioCheck.Judge(new TwilioOptions(), site, isDemo: true)).IsFault);
        Assert.Equal(2, TwilioCheck.Judge(account, null, isDemo: false).Count(f => f.IsFault));
        Assert.Contains(TwilioCheck.Judge(whole, new Uri("http://line.example.org"), isDemo: false), f => f.IsFault);
        Assert.DoesNotContain(TwilioCheck.Judge(whole, site, isDemo: false), f => f.IsFault);
    }

    [Fact]
    public void A_recovery_key_that_is_not_pinned_and_keys_it_does_not_vouch_for_are_faults_on_a_real_line()
    {
        var keys = Keys();
        var forged = keys.Coordinator with { PublicKey = Keys().Coordinator.PublicKey };

        Assert.Contains(KeysCheck.Judge(RecipientRing.Of([keys.Recovery, keys.Coordinator], null), null, isDemo: false, Nobody), f => f.IsFault);
        Assert.DoesNotContain(KeysCheck.Judge(RecipientRing.Of([keys.Recovery, keys.Coordinator], null), null, isDemo: true, Nobody), f => f.IsFault);
        Assert.DoesNotContain(
            KeysCheck.Judge(RecipientRing.Of([keys.Recovery, keys.Coordinator], keys.Sheet.Fingerprint), keys.Sheet.Fingerprint, isDemo: false, Nobody),
            f => f.IsFault);
        Assert.Contains(
            KeysCheck.Judge(RecipientRing.Of([keys.Recovery, forged], keys.Sheet.Fingerprint), keys.Sheet.Fingerprint, isDemo: true, Nobody), f => f.IsFault);
    }

    [Fact]
    public void A_key_whose_owner_is_not_on_file_is_a_fault_with_its_id()
    {
        var gone = NewKeys.Draw(Passphrase.TryFrom("a long walk to the river")!, SealParts.Cheap, ResponderId.Draw(), TestStore.Start);

        var fault = Assert.Single(KeysCheck.Judge(RecipientRing.Of([gone.Recovery, gone.Coordinator], null), null, isDemo: true, Nobody), f => f.IsFault);

        Assert.Contains($"users remove --key {gone.Coordinator.Id}", fault.Mend, StringComparison.Ordinal);
        Assert.DoesNotContain(
            KeysCheck.Judge(RecipientRing.Of([gone.Recovery, gone.Coordinator], null), null, isDemo: true, new HashSet<ResponderId> { gone.Coordinator.Responder!.Value }),
            f => f.IsFault);
    }

    private static readonly IReadOnlySet<ResponderId> Nobody = new HashSet<ResponderId>();

    private static NewKeys Keys() => NewKeys.Draw(Passphrase.TryFrom("a long walk to the river")!, SealParts.Cheap, null, TestStore.Start);

    private async Task ImportAsync(string line)
    {
        var sheet = Path.Combine(_store.Directory.Path, "people.csv");
        await File.WriteAllTextAsync(sheet, $"name,phone,role,country,areas,languages,competences,institution,on_duty\n{line}\n", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, (await CommandLineRun.RunAsync("responders", "import", sheet, "--data", _store.Directory.Path)).ExitCode);
    }

    private async Task ServeDemoAsync()
    {
        await using var host = await OpenHost.StartAsync(
            _store.Directory, new(RunningHost.FlowsPath()), new ModeWish(Decides: true, Demo: true), everything: false, TestContext.Current.CancellationToken);
    }

    private async Task<CommandOutcome> RunAsync()
    {
        await _store.RunAsync(_ => { });
        return await CommandLineRun.RunAsync("doctor", "--data", _store.Directory.Path, "--flows", RunningHost.FlowsPath());
    }
}
