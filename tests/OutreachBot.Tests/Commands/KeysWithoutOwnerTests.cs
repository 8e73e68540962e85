using System.Text.Json;
using OutreachBot.Commands;
using OutreachBot.Hosting;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

/// <summary>A key that belongs to nobody on file opens as well as any other: it is made on purpose only, counts for nobody, and can be removed.</summary>
public sealed class KeysWithoutOwnerTests : IDisposable
{
    private readonly CoordinatorsOnFile _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Without_a_name_they_are_the_only_coordinator_s_and_of_two_nobody_s()
    {
        var sheet = string.Join('\n', CoordinatorsOnFile.Sheet.Split('\n').Where(l => !l.Contains("Clara", StringComparison.Ordinal)));
        await _line.RunAsync("responders", "import", _line.Write("one.csv", sheet));
        var elena = await IdAsync("BO");

        var hers = await NewAsync("elena", "elena walks to the river");
        await ImportAsync();
        var nobodys = await _line.RunAsync("keys", "new", "--replace", "--passphrase-file", _line.Write("other", "a hen sits on seven eggs"), "--out", _line.At("sheet2"));

        Assert.Contains($"The key is {elena}'s, the only coordinator on file.", hers.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ExitCode.Done), (hers.ExitCode, nobodys.ExitCode));
        Assert.Contains("belongs to nobody on file", nobodys.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_nobody_is_called_one_when_it_is_made_and_the_doctors_mend_harms_nobodys_key()
    {
        var made = await NewAsync("mine", "a long walk to the river");
        Assert.Contains("belongs to nobody on file", made.Error, StringComparison.Ordinal);
        await ImportAsync();

        var note = (await DoctorAsync()).Error.Split('\n').Single(l => l.Contains("bound to no coordinator", StringComparison.Ordinal));

        Assert.Contains("users add --responder R --sheet", note, StringComparison.Ordinal);
        Assert.Contains("users remove --key ", note, StringComparison.Ordinal);
        Assert.DoesNotContain("--replace", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_nobody_is_removed_by_its_id_once_somebody_has_one_of_her_own()
    {
        await NewAsync("mine", "a long walk to the river");
        await ImportAsync();
        var unbound = await KeyAsync(k => k.GetProperty("kind").GetString() == "coordinator");
        CoordinatorsOnFile.AssertRefused(await RemoveAsync(unbound, "mine"));
        var elena = await IdAsync("BO");
        Assert.Equal(ExitCode.Done, (await _line.RunAsync(
            "users", "add", "--responder", elena, "--sheet", _line.At("sheet"), "--passphrase-file", _line.Write("elena", "elena walks to the river"))).ExitCode);
        var tip = await _line.TellAsync("a story");

        CoordinatorsOnFile.AssertRefused(await RemoveAsync("0123", "elena"));
        var removed = await RemoveAsync(unbound, "elena");

        Assert.Equal((ExitCode.Done, """{"resealed":1,"others":0,"damaged":0}"""), (removed.ExitCode, removed.Lines.Single()));
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "mine"));
        Assert.Contains("a story", (await _line.OpenAsync(tip, "elena")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("bound to no coordinator", (await DoctorAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_samples_keys_go_with_the_samples()
    {
        await DemoAsync();
        var clara = (await PeopleAsync()).Single(p => p.GetProperty("role").GetString() == "coordinator").GetProperty("id").GetString()!;
        Assert.Equal(ExitCode.Done, (await NewAsync("clara", "clara has seven hens", "--responder", clara)).ExitCode);

        var imported = await ImportAsync();

        Assert.Contains("1 key of a sample was destroyed", imported.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(clara, (await _line.RunAsync("users", "list")).Out, StringComparison.Ordinal);
        Assert.Contains("no coordinator has a key", (await DoctorAsync()).Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_key_of_nobody_does_not_make_the_last_coordinators_key_one_of_two()
    {
        await NewAsync("mine", "a long walk to the river");
        await ImportAsync();
        var elena = await IdAsync("BO");
        await _line.RunAsync("users", "add", "--responder", elena, "--sheet", _line.At("sheet"), "--passphrase-file", _line.Write("elena", "elena walks to the river"));

        var retired = await _line.RunAsync("responders", "retire", elena);
        var removed = await _line.RunAsync("users", "remove", "--responder", elena, "--passphrase-file", _line.At("mine"));

        CoordinatorsOnFile.AssertRefused(retired);
        CoordinatorsOnFile.AssertRefused(removed);
        Assert.Contains("only coordinator's key", retired.Error, StringComparison.Ordinal);
    }

    private async Task DemoAsync()
    {
        await using var host = await OpenHost.StartAsync(
            new(_line.At("data")), new(RunningHost.FlowsPath()), new ModeWish(Decides: true, Demo: true), everything: false, TestContext.Current.CancellationToken);
    }

    private Task<CommandOutcome> ImportAsync() => _line.RunAsync("responders", "import", _line.Write("people.csv", CoordinatorsOnFile.Sheet));

    private Task<CommandOutcome> NewAsync(string file, string passphrase, params string[] more) =>
        _line.RunAsync(["keys", "new", "--passphrase-file", _line.Write(file, passphrase), "--out", _line.At("sheet"), .. more]);

    private Task<CommandOutcome> RemoveAsync(string key, string passphrase) =>
        _line.RunAsync("users", "remove", "--key", key, "--passphrase-file", _line.At(passphrase));

    private Task<CommandOutcome> DoctorAsync() => _line.RunAsync("doctor", "--flows", RunningHost.FlowsPath());

    private async Task<string> IdAsync(string country) =>
        (await PeopleAsync()).Single(p => p.GetProperty("country").GetString() == country).GetProperty("id").GetString()!;

    private async Task<string> KeyAsync(Func<JsonElement, bool> which) =>
        (await _line.RunAsync("users", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement).Single(which).GetProperty("id").GetString()!;

    private async Task<List<JsonElement>> PeopleAsync() =>
        [.. (await _line.RunAsync("responders", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement)];
}
