using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

public sealed class ServerKeySourceTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_key_beside_the_data_that_only_its_owner_can_read()
    {
        await StartAsync(Source());

        var file = Path.Combine(_store.Directory.Path + ".keys", "server.key");
        Assert.NotNull(Source().Find());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(Private, File.GetUnixFileMode(file));
            Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        }
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task The_key_is_the_same_at_the_next_start()
    {
        await StartAsync(Source());
        var first = Source().Find()!.Export();
        _store.Restart();

        await StartAsync(Source());

        Assert.Equal(first, Source().Find()!.Export());
    }

    [Fact]
    public void Two_processes_that_start_at_once_agree_on_one_key()
    {
        // Whoever loses the race loses it within microseconds: one round rarely meets it.
        for (var round = 0; round < 200; round++)
        {
            var made = new string[8];
            Parallel.For(0, made.Length, i => made[i] = Source().Create().Export());

            Assert.Single(made.Distinct());
            Assert.Single(Directory.GetFiles(_store.Directory.KeysPath));
            File.Delete(Source().KeyFile);
        }
    }

    [Fact]
    public async Task A_key_file_that_others_can_read_is_refused_with_the_mend()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps no Unix file modes");
            return;
        }
        await StartAsync(Source());
        File.SetUnixFileMode(Source().KeyFile, Private | UnixFileMode.GroupRead);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(Source()));

        Assert.Contains($"chmod 600 '{Source().KeyFile}'", refusal.Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_key_is_refused()
    {
        OwnerOnly.CreateDirectory(_store.Directory.KeysPath);
        using (var file = OwnerOnly.CreateFile(Source().KeyFile))
        {
            file.Write("not a key\n"u8);
        }

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(Source()));

        Assert.Contains("32 bytes", refusal.Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_whose_key_is_gone_is_not_given_a_fresh_one()
    {
        await StartAsync(Source());
        File.Delete(Source().KeyFile);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(Source()));

        Assert.Contains("Put it back", refusal.Reasons.Single(), StringComparison.Ordinal);
        Assert.False(File.Exists(Source().KeyFile));
    }

    [Fact]
    public async Task Another_installation_s_key_is_refused()
    {
        await StartAsync(Source());
        using var theirs = ServerKey.Draw();

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(Source(new KeysOptions { ServerKey = theirs.Export() })));

        Assert.Contains("not the one", refusal.Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_systemd_credential_comes_before_the_environment_and_the_environment_before_the_file()
    {
        using var credential = ServerKey.Draw();
        using var environment = ServerKey.Draw();
        var credentials = Directory.CreateDirectory(Path.Combine(_store.Directory.Path, "credentials")).FullName;
        await File.WriteAllTextAsync(Path.Combine(credentials, "server.key"), credential.Export(), TestContext.Current.CancellationToken);
        var settings = new KeysOptions { ServerKey = environment.Export() };
        var file = Source().Create().Export();

        Assert.Equal(credential.Export(), Source(settings, credentials).Find()!.Export());
        Assert.Equal(environment.Export(), Source(settings).Find()!.Export());
        Assert.Equal(file, Source().Find()!.Export());
        Assert.False(Source(settings).IsFile);
    }

    [Fact]
    public async Task A_secret_that_is_no_key_is_refused_without_being_shown()
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(Source(new KeysOptions { ServerKey = "hunter2" })));

        Assert.StartsWith("Keys__ServerKey", refusal.Reasons.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.Reasons.Single(), StringComparison.Ordinal);
    }

    private ServerKeySource Source(KeysOptions? options = null, string? credentials = null) =>
        new(options ?? new KeysOptions(), _store.Directory, credentials);

    private Task StartAsync(ServerKeySource source)
    {
        var settings = new SqliteStoreSettings();
        return new KeyStart(
            source,
            () => _store.Transactions,
            settings,
            () => new Recipients(new SqliteRecipientStore(), new Vault(source.Find()!), pinnedFingerprint: null),
            NullLogger<KeyStart>.Instance).StartAsync(CancellationToken.None);
    }
}
