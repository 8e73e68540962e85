using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Addresses;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

public sealed class PersonKeysTests : IDisposable
{
    private static readonly Address Ana = Address.TryFrom(Channel.Sms, "+59170000001")!;
    private readonly TestStore _store = new();
    private readonly PlannedAgenda _agenda = new();
    private readonly ServerKey _server = ServerKey.Draw();
    private readonly HeldKeySet _keys;
    private readonly PersonKeysByEpoch _people;

    public PersonKeysTests()
    {
        _keys = NewKeys();
        _people = new PersonKeysByEpoch(_keys);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task SMS_and_WhatsApp_of_one_number_are_one_person_and_the_simulator_s_phone_is_another()
    {
        var sms = await Of(Ana);
        var whatsApp = await Of(Address.TryFrom(Channel.WhatsApp, Ana.Value)!);
        var simulated = await Of(Address.TryFrom(Channel.Simulator, Ana.Value)!);

        Assert.Equal(sms.Current, whatsApp.Current);
        Assert.NotEqual(sms.Current, simulated.Current);
    }

    [Fact]
    public async Task The_key_holds_for_an_epoch_and_is_found_as_the_previous_one_for_another()
    {
        var first = await Of(Ana);
        Assert.Null(first.Previous);

        _store.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Current, (await Of(Ana)).Current);

        _store.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await Of(Ana);
        Assert.NotEqual(first.Current, second.Current);
        Assert.Equal(first.Current, second.Previous);

        _store.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Current, (await Of(Ana)).Previous);
    }

    [Fact]
    public async Task Who_was_silent_for_60_days_is_a_stranger_even_while_the_agenda_is_late()
    {
        var first = await Of(Ana);

        _store.Time.Advance(TimeSpan.FromDays(60));
        var later = await Of(Ana);

        Assert.NotEqual(first.Current, later.Current);
        Assert.Null(later.Previous);
    }

    [Fact]
    public async Task An_epoch_s_key_is_destroyed_60_days_after_it_was_drawn_and_is_in_no_file_of_the_store_then()
    {
        await Of(Ana);
        var box = await _store.RunAsync(u => new SqliteKeyStore().Read(u, HeldKeyKind.Epoch).Single().Box);
        Assert.True(IsInFiles(box));

        _store.Time.Advance(TimeSpan.FromDays(60));
        await Of(Ana);
        await _store.RunAsync(u => _agenda.Run(u, new KeyDestruction(_keys)));

        Assert.Single(await _store.RunAsync(u => _keys.Epochs.All(u)));
        Assert.False(IsInFiles(box));
    }

    [Fact]
    public async Task The_keys_are_the_same_after_a_restart_and_in_another_process()
    {
        var before = await Of(Ana);

        using var another = _store.OpenAnother();
        var there = await another.RunAsync(u => new PersonKeysByEpoch(NewKeys()).Of(u, Ana), TestContext.Current.CancellationToken);

        Assert.Equal(before.Current, there.Current);
    }

    [Fact]
    public async Task A_key_that_another_process_drew_is_used_here_at_once()
    {
        await Of(Ana);
        _store.Time.Advance(TimeSpan.FromDays(31));
        using var another = _store.OpenAnother();

        var there = await another.RunAsync(u => new PersonKeysByEpoch(NewKeys()).Of(u, Ana), TestContext.Current.CancellationToken);

        Assert.Equal(there.Current, (await Of(Ana)).Current);
    }

    [Fact]
    public async Task A_key_drawn_in_work_that_was_undone_is_forgotten()
    {
        PersonKey? undone = null;
        await Assert.ThrowsAsync<FormatException>(() => _store.RunAsync(u =>
        {
            undone = _people.Of(u, Ana).Current;
            throw new FormatException("The work fails after the key was drawn.");
        }));

        var kept = await Of(Ana);

        Assert.NotEqual(undone, kept.Current);
        Assert.Single(await _store.RunAsync(u => new SqliteKeyStore().Read(u, HeldKeyKind.Epoch)));
    }

    [Fact]
    public async Task A_key_from_a_time_ahead_does_not_outlive_its_60_days()
    {
        using var ahead = SqliteStart.Open(
            _store.File, new FakeTimeProvider(TestStore.Start.AddDays(400)), NullLogger<SqliteTransactions>.Instance);
        var first = await ahead.RunAsync(u => new PersonKeysByEpoch(NewKeys()).Of(u, Ana), TestContext.Current.CancellationToken);

        var now = await Of(Ana);
        Assert.NotEqual(first.Current, now.Current);
        Assert.Equal(first.Current, now.Previous);

        _store.Time.Advance(TimeSpan.FromDays(30));
        await _store.RunAsync(u => _agenda.Run(u, new KeyDestruction(_keys)));
        Assert.DoesNotContain(first.Current, await Both(Ana));
    }

    [Fact]
    public async Task A_provider_s_id_is_hashed_under_a_key_that_outlives_epochs()
    {
        var first = await _store.RunAsync(u => _people.HashProviderId(u, "SM1"));
        _store.Time.Advance(TimeSpan.FromDays(90));
        await _store.RunAsync(u => _agenda.Run(u, new KeyDestruction(_keys)));

        Assert.Equal(first, await _store.RunAsync(u => _people.HashProviderId(u, "SM1")));
        Assert.NotEqual(first, await _store.RunAsync(u => _people.HashProviderId(u, "SM2")));
    }

    [Fact]
    public async Task The_store_without_the_server_key_turns_no_number_into_a_person()
    {
        var ours = await Of(Ana);
        var thief = new PersonKeysByEpoch(new HeldKeySet(new SqliteKeyStore(), new Vault(ServerKey.Draw()), _agenda));

        await Assert.ThrowsAsync<InvalidDataException>(() => _store.RunAsync(u => thief.Of(u, Ana)));
        Assert.Equal("[person]", $"{ours.Current}");
    }

    private HeldKeySet NewKeys() => new(new SqliteKeyStore(), new Vault(_server), _agenda);

    private Task<PersonKeys> Of(Address address) => _store.RunAsync(u => _people.Of(u, address));

    private async Task<PersonKey?[]> Both(Address address)
    {
        var keys = await Of(address);
        return [keys.Current, keys.Previous];
    }

    private bool IsInFiles(byte[] bytes) => StoreFiles.Contain(_store.Directory, bytes);
}
