using OutreachBot.Audit;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;

namespace OutreachBot.Tests.Privacy;

public sealed class SealsTests : IDisposable
{
    private const string Mine = "a long walk to the river";
    private readonly SealParts _parts = new();

    public void Dispose() => _parts.Dispose();

    [Fact]
    public async Task Before_keys_new_a_tip_is_sealed_to_one_provisional_key()
    {
        var first = await _parts.SealAsync("one");
        var second = await _parts.SealAsync("two");

        var provisional = await _parts.Store.RunAsync(u => _parts.Recipients.Get(u).All.Single());
        Assert.Equal(RecipientKind.Provisional, provisional.Kind);
        using var held = _parts.Recipients.OpenHeld(provisional)!;
        Assert.Equal("one"u8.ToArray(), AgeFile.Open(first, held).Plain);
        Assert.Equal("two"u8.ToArray(), AgeFile.Open(second, held).Plain);
    }

    [Fact]
    public async Task The_provisional_passphrase_is_given_once_and_opens_what_was_sealed()
    {
        var seal = await _parts.SealAsync("words");

        var passphrase = await _parts.Provisional.GiveOnceAsync(CancellationToken.None);

        Assert.Equal("words", await _parts.ReadAsync(seal, passphrase!.Reveal()));
        Assert.Null(await _parts.Provisional.GiveOnceAsync(CancellationToken.None));
        Assert.Null(await _parts.UnlockAsync("something else"));
    }

    [Fact]
    public async Task A_demo_s_passphrase_opens_nothing_once_the_demo_is_left()
    {
        var seal = await _parts.SealAsync("words");
        var passphrase = (await _parts.Provisional.GiveOnceAsync(CancellationToken.None))!.Reveal();

        await _parts.Store.RunAsync(u => new DemoKey(_parts.Recipients).MoveOut(u));

        Assert.Null(await _parts.ReadAsync(seal, passphrase));
        var provisional = await _parts.Store.RunAsync(u => _parts.Recipients.Get(u).Provisional!);
        using var held = _parts.Recipients.OpenHeld(provisional)!;
        Assert.Equal("words"u8.ToArray(), AgeFile.Open(seal, held).Plain);
    }

    [Fact]
    public async Task No_provisional_passphrase_is_given_after_keys_new()
    {
        await _parts.MakeKeysAsync(Mine);

        Assert.Null(await _parts.Provisional.GiveOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task After_keys_new_the_operator_s_passphrase_and_the_recovery_sheet_open_a_tip_and_nothing_else_does()
    {
        var keys = await _parts.MakeKeysAsync(Mine);

        var seal = await _parts.SealAsync("words");

        Assert.Equal("words", await _parts.ReadAsync(seal, Mine));
        Assert.Equal("words", await _parts.ReadAsync(seal, SealParts.SecretOn(keys.Sheet)));
        Assert.Null(await _parts.ReadAsync(seal, "a long walk to the hills"));
    }

    [Fact]
    public async Task Keys_new_seals_anew_what_the_provisional_key_held_and_destroys_it()
    {
        for (var i = 0; i < 120; i++)
        {
            await _parts.HoldAsync($"tip {i}");
        }
        var passphrase = (await _parts.Provisional.GiveOnceAsync(CancellationToken.None))!.Reveal();
        var provisional = await _parts.Store.RunAsync(u => _parts.Recipients.Get(u).Provisional!);
        await _parts.MakeKeysAsync(Mine);
        await _parts.HoldAsync("a later tip");

        var done = await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None);

        Assert.Equal(new Resealing(120, 0, Others: 1), done);
        using var mine = await _parts.UnlockAsync(Mine);
        Assert.All(_parts.Held.Files, seal => Assert.NotNull(mine!.Open(seal.File).Plain));
        Assert.Null(await _parts.UnlockAsync(passphrase));
        Assert.False(Fixtures.StoreFiles.Contain(_parts.Store.Directory, provisional.Held!));
        Assert.False(Fixtures.StoreFiles.Contain(_parts.Store.Directory, provisional.Wrapped!));
        Assert.Null(await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_is_sealed_anew_stays_away_from_whom_it_was_kept_away()
    {
        var accused = _parts.AddResponder(ResponderRole.Coordinator);
        await _parts.HoldAsync("about her", accused);
        await _parts.HoldAsync("about somebody else");
        var keys = await _parts.MakeKeysAsync(Mine, accused);

        await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None);

        Assert.Null(await _parts.ReadAsync(_parts.Held.Files[0].File, Mine));
        Assert.Equal("about her", await _parts.ReadAsync(_parts.Held.Files[0].File, SealParts.SecretOn(keys.Sheet)));
        Assert.Equal("about somebody else", await _parts.ReadAsync(_parts.Held.Files[1].File, Mine));
    }

    [Fact]
    public async Task A_damaged_seal_is_left_as_it_is_and_counted()
    {
        await _parts.HoldAsync("whole");
        var damaged = await _parts.SealAsync("damaged");
        damaged[^1] ^= 1;
        _parts.Held.Files.Add((damaged, []));
        await _parts.MakeKeysAsync(Mine);

        Assert.Equal(new Resealing(1, 1), await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None));
        Assert.Equal(damaged, _parts.Held.Files[1].File);
    }

    [Fact]
    public async Task A_coordinator_who_is_kept_away_is_no_recipient()
    {
        var coordinator = _parts.AddResponder(ResponderRole.Coordinator);
        var keys = await _parts.MakeKeysAsync(Mine, coordinator);

        var seal = await _parts.SealAsync("about her", coordinator);

        Assert.Null(await _parts.ReadAsync(seal, Mine));
        Assert.Equal("about her", await _parts.ReadAsync(seal, SealParts.SecretOn(keys.Sheet)));
    }

    [Fact]
    public async Task A_key_bound_to_nobody_is_no_recipient_where_a_coordinator_is_kept_away_for_it_may_be_hers()
    {
        var coordinator = _parts.AddResponder(ResponderRole.Coordinator);
        var defender = _parts.AddResponder(ResponderRole.Defender);
        await _parts.MakeKeysAsync(Mine);

        Assert.Null(await _parts.ReadAsync(await _parts.SealAsync("words", coordinator), Mine));
        Assert.Equal("words", await _parts.ReadAsync(await _parts.SealAsync("words", defender), Mine));
    }

    [Fact]
    public async Task Keys_are_not_replaced_unasked_and_former_ones_open_what_was_sealed_to_them()
    {
        await _parts.MakeKeysAsync(Mine);
        var before = await _parts.SealAsync("before");
        var second = NewKeys.Draw(Passphrase.TryFrom("another passphrase")!, SealParts.Cheap, null, _parts.Store.Time.GetUtcNow());

        Assert.False(await _parts.Ceremony.KeepAsync(second, replace: false, CancellationToken.None));
        Assert.Null(await _parts.UnlockAsync("another passphrase"));
        Assert.True(await _parts.Ceremony.KeepAsync(second, replace: true, CancellationToken.None));
        var after = await _parts.SealAsync("after");

        Assert.Equal("before", await _parts.ReadAsync(before, Mine));
        Assert.Null(await _parts.ReadAsync(after, Mine));
        Assert.Equal("after", await _parts.ReadAsync(after, "another passphrase"));
        Assert.Null(await _parts.ReadAsync(before, "another passphrase"));
    }

    [Fact]
    public async Task A_coordinator_s_public_key_that_was_swapped_is_refused()
    {
        using var thief = AgeIdentity.Draw();
        var keys = await _parts.MakeKeysAsync(Mine);
        await _parts.Store.RunAsync(u => new SqliteRecipientStore().Put(u, keys.Coordinator with { PublicKey = thief.Recipient.Text }));
        _parts.Open(pinned: null);

        var seal = await _parts.SealAsync("words");

        Assert.Equal(AgeFault.NoMatch, AgeFile.Open(seal, thief).Fault);
        Assert.Equal("words", await _parts.ReadAsync(seal, SealParts.SecretOn(keys.Sheet)));
    }

    [Fact]
    public async Task A_coordinator_s_key_bound_to_another_responder_behind_our_back_is_refused()
    {
        var accused = _parts.AddResponder(ResponderRole.Coordinator);
        var keys = await _parts.MakeKeysAsync(Mine, accused);
        await _parts.Store.RunAsync(u => new SqliteRecipientStore().Put(
            u, keys.Coordinator with { Responder = _parts.AddResponder(ResponderRole.Coordinator) }));
        _parts.Open(pinned: null);

        Assert.Null(await _parts.ReadAsync(await _parts.SealAsync("about her", accused), Mine));
    }

    [Fact]
    public async Task A_recovery_key_put_in_the_place_of_the_pinned_one_is_refused_with_all_it_vouches_for()
    {
        var ours = await _parts.MakeKeysAsync(Mine);
        var thief = NewKeys.Draw(Passphrase.TryFrom("a thief's passphrase")!, SealParts.Cheap, null, _parts.Store.Time.GetUtcNow());
        _parts.Open(ours.Sheet.Fingerprint);
        await _parts.Store.RunAsync(u =>
        {
            var rows = new SqliteRecipientStore();
            rows.Remove(u, ours.Recovery.Id);
            rows.Put(u, thief.Recovery);
            rows.Put(u, thief.Coordinator);
        });
        _parts.Open(ours.Sheet.Fingerprint);

        await Assert.ThrowsAsync<InvalidDataException>(() => _parts.SealAsync("words"));
    }

    [Fact]
    public async Task A_server_that_pins_the_former_key_goes_on_sealing_to_what_that_vouches_for()
    {
        var former = await _parts.MakeKeysAsync(Mine);
        var second = NewKeys.Draw(Passphrase.TryFrom("another passphrase")!, SealParts.Cheap, null, _parts.Store.Time.GetUtcNow());
        await _parts.Ceremony.KeepAsync(second, replace: true, CancellationToken.None);

        _parts.Open(former.Sheet.Fingerprint);
        var before = await _parts.SealAsync("before the settings were changed");
        _parts.Open(second.Sheet.Fingerprint);
        var after = await _parts.SealAsync("after");

        Assert.Equal("before the settings were changed", await _parts.ReadAsync(before, Mine));
        Assert.Null(await _parts.ReadAsync(before, "another passphrase"));
        Assert.Equal("after", await _parts.ReadAsync(after, "another passphrase"));
        Assert.Null(await _parts.ReadAsync(after, Mine));
    }

    [Fact]
    public async Task Making_replacing_and_destroying_keys_leaves_a_line_in_the_audit()
    {
        await _parts.SealAsync("words");
        await _parts.MakeKeysAsync(Mine);
        await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None);
        var second = NewKeys.Draw(Passphrase.TryFrom("another passphrase")!, SealParts.Cheap, null, _parts.Store.Time.GetUtcNow());
        await _parts.Ceremony.KeepAsync(second, replace: true, CancellationToken.None);

        var lines = await _parts.Store.RunAsync(u => _parts.AuditLines.Read(u, 0, 10));

        Assert.Equal([AuditActs.KeysMade, AuditActs.ProvisionalKeyDestroyed, AuditActs.KeysReplaced], lines.Select(l => l.What));
    }

    [Fact]
    public async Task Whoever_has_the_disk_and_the_server_key_opens_no_seal_once_keys_are_made()
    {
        await _parts.MakeKeysAsync(Mine);
        var seal = await _parts.SealAsync("words");

        var held = await _parts.Store.RunAsync(u => _parts.Recipients.Get(u).All.Select(_parts.Recipients.OpenHeld).ToList());

        Assert.All(held, Assert.Null);
        Assert.DoesNotContain("words", System.Text.Encoding.Latin1.GetString(seal), StringComparison.Ordinal);
    }
}
