using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Media;
using OutreachBot.Media.Stripping;
using OutreachBot.Outbox;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Media;

/// <summary>Voice and pictures of a story, through the provider's door and over real HTTP to a fake provider.</summary>
public sealed class StoryMediaTests : IAsyncLifetime
{
    private const string Vecina = "+59171000001";

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-media-").FullName;
    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;
    private SignedWebhook _webhook = null!;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_picture_is_sealed_without_its_place_and_the_providers_copy_goes_when_it_is_here()
    {
        var message = await TellWithPictureAsync();
        await SaysAsync("1", "1", "1");
        await DrainAsync();

        var medium = Assert.Single(await MediaAsync());
        Assert.Equal(TipMediumState.Sealed, medium.State);
        var picture = await OpenAsync(medium);
        Assert.Equal(MediumType.Jpeg, Stripper.TypeOf(picture));
        Assert.True(picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(MarkedPictures.Canary)) < 0);
        Assert.Contains(message, _twilio.Deleted);
        Assert.Empty(_twilio.Media);
    }

    [Fact]
    public async Task The_providers_copy_stays_for_as_long_as_the_bytes_are_nowhere_else()
    {
        await TellWithPictureAsync(TwilioFault.ServerError, TwilioFault.Unavailable);

        await OnceAsync<MediaWorker>(w => w.DrainAsync(CancellationToken.None));
        await OnceAsync<ProviderCopyDispatcher>(d => d.DrainAsync(CancellationToken.None));

        Assert.Single(_twilio.Media);
        Assert.Empty(_twilio.Deleted);
    }

    [Fact]
    public async Task What_was_to_be_fetched_when_the_server_stopped_is_fetched_when_it_runs_again()
    {
        var address = _twilio.MediaAt = new Uri("https://elsewhere.example.org");
        await TellWithPictureAsync();
        await SaysAsync("1", "1", "1");
        await DrainAsync();
        Assert.Equal(TipMediumState.Coming, Assert.Single(await MediaAsync()).State);
        Assert.NotNull(address);

        await _host.DisposeAsync();
        _twilio.MediaAt = null;
        await StartAsync();
        await RunAsync(unit =>
        {
            var store = Get<IMediumStore>();
            var medium = store.OfTip(unit, Get<ITipStore>().All(unit).Single().Id).Single();
            store.Put(unit, medium with { Due = unit.Now });
            return 0;
        });
        await DrainAsync();

        Assert.Equal(TipMediumState.Sealed, Assert.Single(await MediaAsync()).State);
    }

    [Fact]
    public async Task Nobody_is_followed_to_an_address_that_is_not_the_providers()
    {
        await using var stranger = await FakeTwilio.StartAsync();
        _twilio.MediaAt = stranger.Address;
        await TellWithPictureAsync();
        await OnceAsync<MediaWorker>(w => w.DrainAsync(CancellationToken.None));

        Assert.Empty(stranger.Called);
        Assert.Contains(_host.Log.Lines, l => l.Contains("not the provider's, and was not followed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_no_known_kind_is_refused_in_a_sentence_and_its_copy_goes()
    {
        await SaysAsync("hola", "3", "2", "1", "Tarabuco");
        var fields = _twilio.HoldInbound(Vecina, "", ("image/heic", [1, 2, 3]));

        Assert.Contains("no se puede abrir", await SendAsync(fields), StringComparison.OrdinalIgnoreCase);

        await OnceAsync<ProviderCopyDispatcher>(d => d.DrainAsync(CancellationToken.None));
        Assert.Empty(await RunAsync(unit => Get<ITipStore>().All(unit)));
    }

    [Fact]
    public async Task A_file_that_says_it_is_a_picture_and_is_none_is_lost_and_its_copy_goes()
    {
        await SaysAsync("hola", "3", "2", "1", "Tarabuco", "la tienen encerrada");
        await SendAsync(_twilio.HoldInbound(Vecina, "", ("image/jpeg", Encoding.ASCII.GetBytes($"<script>{MarkedPictures.Canary}</script>"))));
        await SaysAsync("1", "1", "1");
        await DrainAsync();

        Assert.Equal(TipMediumState.Lost, Assert.Single(await MediaAsync()).State);
        Assert.Empty(_twilio.Media);
    }

    [Fact]
    public async Task Before_it_is_submitted_it_dies_with_BORRAR_and_leaves_no_trace()
    {
        await TellWithPictureAsync();
        await DrainAsync();
        Assert.NotEqual(0, await PartsAsync());

        await SaysAsync("BORRAR");

        Assert.Equal(0, await PartsAsync());
    }

    [Fact]
    public async Task BORRAR_before_it_was_fetched_has_the_providers_copy_deleted_all_the_same()
    {
        _twilio.MediaAt = new Uri("https://elsewhere.example.org");
        await TellWithPictureAsync();
        await SaysAsync("BORRAR");
        await DrainAsync();

        Assert.Empty(_twilio.Media);
        Assert.Equal(0, await PartsAsync());
    }

    [Fact]
    public async Task Withdrawing_the_tip_removes_them()
    {
        await TellWithPictureAsync();
        await SaysAsync("1", "1", "1");
        await DrainAsync();
        Assert.NotEqual(0, await PartsAsync());

        await RunAsync(unit =>
        {
            Get<TipRemoval>().Withdraw(unit, Get<ITipStore>().All(unit).Single());
            return 0;
        });

        Assert.Equal(0, await PartsAsync());
    }

    [Fact]
    public async Task Once_sealed_the_server_itself_can_not_open_it()
    {
        await TellWithPictureAsync();
        await SaysAsync("1", "1", "1");
        await DrainAsync();

        await RunAsync(unit =>
        {
            var medium = Get<IMediumStore>().OfTip(unit, Get<ITipStore>().All(unit).Single().Id).Single();
            Assert.Null(Get<MediumBox>().Open(medium).Key);
            Assert.Null(Get<IMediumStore>().Part(unit, medium.Id, PartForm.Locked, 0));
            return 0;
        });
    }

    /// <summary>Somebody may be named after a danger was raised: what was sealed before goes, and the whole is sealed anew.</summary>
    [Fact]
    public async Task What_comes_with_a_danger_is_sealed_at_once_and_anew_when_all_is_told()
    {
        await SaysAsync("hola");
        await SendAsync(_twilio.HoldInbound(Vecina, "me pegan, vengan", ("image/jpeg", MarkedPictures.Jpeg())));
        await SaysAsync("PELIGRO", "1");
        await DrainAsync();
        var medium = Assert.Single(await MediaAsync());
        Assert.Equal(TipMediumState.Sealed, medium.State);
        var before = await RunAsync(unit => Get<ITipMedia>().SealOf(unit, medium)!);

        await RunAsync(unit =>
        {
            var tips = Get<ITipStore>();
            var tip = tips.All(unit).Single();
            tips.Save(unit, tip with { Complete = true });
            Get<ITipMedia>().GiveTo(unit, tip.Id, [new SealedMedium("image", medium.Handle)]);
            Assert.Null(Get<ITipMedia>().SealOf(unit, medium));
            return 0;
        });
        await DrainAsync();

        Assert.NotEqual(before, await RunAsync(unit => Get<ITipMedia>().SealOf(unit, medium)!));
        await RunAsync(unit =>
        {
            Assert.True(MediumHandle.TryRead(medium.Handle, out var id));
            Assert.Null(Get<IMediumStore>().Part(unit, id, PartForm.Locked, 0));
            return 0;
        });
    }

    [Fact]
    public async Task A_coordinator_opens_it_with_her_passphrase_into_a_file_for_her_alone()
    {
        await TellWithPictureAsync();
        await SaysAsync("1", "1", "1");
        await DrainAsync();
        var (passphrase, folder) = (Path.Combine(_directory, "pw"), Path.Combine(_directory, "out"));
        await File.WriteAllTextAsync(passphrase, "a long walk to the river");
        var tip = await RunAsync(unit => Get<ITipStore>().All(unit).Single().Id);

        // What the provisional key held is sealed anew on the way.
        Assert.Equal(0, (await CommandAsync("keys", "new", "--passphrase-file", passphrase, "--out", Path.Combine(_directory, "sheet"))).ExitCode);
        var opened = await CommandAsync("tips", "open", tip.ToString(), "--reason", "to help", "--media", folder, "--passphrase-file", passphrase);

        Assert.Equal("", opened.Error);
        var medium = JsonDocument.Parse(Assert.Single(opened.Lines)).RootElement.GetProperty("media")[0];
        Assert.Equal("sealed", medium.GetProperty("state").GetString());
        var file = Path.Combine(folder, medium.GetProperty("file").GetString()!);
        Assert.Equal(Assert.Single(Directory.GetFiles(folder)), file);
        Assert.Equal(MediumType.Jpeg, Stripper.TypeOf(await File.ReadAllBytesAsync(file)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        var again = await CommandAsync("tips", "open", tip.ToString(), "--reason", "to help", "--media", folder, "--passphrase-file", passphrase);
        Assert.Contains("is there already. Name another directory with --media.", again.Error, StringComparison.Ordinal);
    }

    /// <summary>A coordinator whose key is newer than the tip opens words and pictures alike once it has been referred to her.</summary>
    [Fact]
    public async Task A_referral_takes_pictures_along()
    {
        await TellWithPictureAsync();
        await SaysAsync("1", "1", "1");
        await DrainAsync();
        var tip = await RunAsync(unit => Get<ITipStore>().All(unit).Single().Id);
        var sheet = new[]
        {
            "name,phone,role,country,areas,languages,competences,institution,on_duty",
            "Elena Ficticia,+59171234568,coordinator,BO,national,es,all,Red,yes",
            "Clara Ficticia,+50251234567,coordinator,GT,national,es,all,Red,yes",
        };
        await CommandAsync("responders", "import", await WriteAsync("people.csv", string.Join('\n', sheet)));
        var people = (await CommandAsync("responders", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var (elena, clara) = (IdIn("BO"), IdIn("GT"));
        await CommandAsync("keys", "new", "--responder", elena, "--passphrase-file", await WriteAsync("elena", "elena walks to the river"), "--out", At("sheet"));
        await RunAsync(unit =>
        {
            var tips = Get<ITipStore>();
            tips.Save(unit, tips.Find(unit, tip)! with { State = TipState.Alerted });
            return 0;
        });
        await CommandAsync("users", "add", "--responder", clara, "--sheet", At("sheet"), "--passphrase-file", await WriteAsync("clara", "clara has seven hens"));
        Assert.Equal(1, (await OpenAsync("before")).ExitCode);

        var referred = await CommandAsync("tips", "refer", tip.ToString(), "--to", clara, "--reason", "she is near", "--passphrase-file", At("elena"));

        Assert.Equal(0, referred.ExitCode);
        Assert.Equal(0, (await OpenAsync("after")).ExitCode);
        Assert.Equal(MediumType.Jpeg, Stripper.TypeOf(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(At("after"))))));

        string IdIn(string country) => people.Single(p => p.GetProperty("country").GetString() == country).GetProperty("id").GetString()!;

        Task<CommandOutcome> OpenAsync(string folder) =>
            CommandAsync("tips", "open", tip.ToString(), "--reason", "r", "--media", At(folder), "--passphrase-file", At("clara"));
    }

    private string At(string name) => Path.Combine(_directory, name);

    private async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(At(name), text);
        return At(name);
    }

    private Task<CommandOutcome> CommandAsync(params string[] arguments) =>
        CommandLineRun.RunAsync([.. arguments, "--data", Path.Combine(_directory, "data"), "--flows", RunningHost.FlowsPath()]);

    private async Task<string> TellWithPictureAsync(params TwilioFault[] faults)
    {
        await SaysAsync("hola", "3", "2", "1", "Tarabuco", "la tienen encerrada");
        var fields = _twilio.HoldInbound(Vecina, "", ("image/jpeg", MarkedPictures.Jpeg()));
        _twilio.FailNext(faults);
        await SendAsync(fields);
        return fields["MessageSid"];
    }

    private async Task StartAsync()
    {
        _host = await RunningHost.StartAsync(new HostSetup
        {
            DataDirectory = Path.Combine(_directory, "data"),
            Settings = _twilio.Settings,
            Demo = false,
            Services = QuietWorkers.Silence,
        });
        _webhook = new SignedWebhook(_host.Client, SignedWebhook.Token, "https://bot.example.org");
    }

    private async Task SaysAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.OK, (await _webhook.TextAsync(Vecina, text)).StatusCode);
        }
    }

    private async Task<string> SendAsync(Dictionary<string, string> fields)
    {
        var response = await _webhook.PostAsync("/channels/twilio/messages", fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private Task OnceAsync<T>(Func<T, Task> work)
        where T : notnull => work(Get<T>());

    private Task DrainAsync() => QuietWorkers.RunAsync(_host.Services);

    private Task<T> RunAsync<T>(Func<UnitOfWork, T> work) => Get<ITransactions>().RunAsync(work, CancellationToken.None);

    private Task<IReadOnlyList<TipMedium>> MediaAsync() => RunAsync(unit => Get<ITipMedia>().Of(unit, Get<ITipStore>().All(unit).Single().Id));

    private Task<long> PartsAsync() => RunAsync(unit =>
    {
        using var count = ((OutreachBot.Storage.Sqlite.SqliteUnit)unit).Prepare("SELECT count(*) FROM medium_part");
        count.Step();
        return count.Int64(0);
    });

    private async Task<byte[]> OpenAsync(TipMedium medium)
    {
        var recipients = Get<Recipients>();
        var (seal, provisional) = await RunAsync(unit => (Get<ITipMedia>().SealOf(unit, medium)!, recipients.Get(unit).Provisional!));
        using var identity = recipients.OpenHeld(provisional)!;
        return AgeFile.Open(seal, identity).Plain!;
    }
}
