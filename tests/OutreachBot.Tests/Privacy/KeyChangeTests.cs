using OutreachBot.Audit;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

/// <summary>What happens to keys after the ceremony: another passphrase, a sheet that has to help, somebody who leaves.</summary>
public sealed class KeyChangeTests : IDisposable
{
    private const string Elena = "elena walks to the river";
    private const string Clara = "clara has seven hens";
    private const string Next = "a third of the field";
    private readonly SealParts _parts = new();

    public void Dispose() => _parts.Dispose();

    [Fact]
    public async Task Another_passphrase_opens_the_same_and_the_former_wrapping_stands_in_no_file()
    {
        var keys = await _parts.MakeKeysAsync(Elena);
        var seal = await _parts.SealAsync("words");

        Assert.True(await RewrapAsync(Elena, Next));

        Assert.Equal("words", await _parts.ReadAsync(seal, Next));
        Assert.Null(await _parts.UnlockAsync(Elena));
        Assert.False(StoreFiles.Contain(_parts.Store.Directory, keys.Coordinator.Wrapped!));
        Assert.Equal(AuditActs.KeyRewrapped, (await AuditAsync())[^1].What);
        Assert.Equal("words", await _parts.ReadAsync(await _parts.SealAsync("words"), Next));
    }

    [Fact]
    public async Task A_key_that_somebody_changed_meanwhile_is_left_as_it_is()
    {
        await _parts.MakeKeysAsync(Elena);
        using var before = await _parts.UnlockAsync(Elena);
        Assert.True(await RewrapAsync(Elena, Next));

        Assert.False(await _parts.Change.RewrapAsync(before!, Passphrase.TryFrom(Clara)!, SealParts.Cheap, CancellationToken.None));

        Assert.Null(await _parts.UnlockAsync(Clara));
        Assert.NotNull(await _parts.UnlockAsync(Next));
    }

    [Fact]
    public async Task Who_leaves_opens_nothing_any_more_and_the_others_what_they_could()
    {
        var (elena, clara, keys) = await TwoAsync();
        await _parts.HoldAsync("for both");
        await _parts.HoldAsync("not for Clara", clara);
        await _parts.HoldAsync("not for Elena", elena);
        var before = _parts.Held.Files.Select(f => f.File).ToList();
        using var copyOfHers = await _parts.UnlockAsync(Clara);
        using var by = await _parts.UnlockAsync(Elena);

        Assert.Null(await _parts.Change.RemoveAsync(clara, by!, CancellationToken.None));
        var done = await _parts.Change.ResealAsync(by!.Actor, f => by.Open(f), CancellationToken.None);

        Assert.Equal(new Resealing(2, 0, Others: 1), done);
        Assert.Null(await _parts.UnlockAsync(Clara));
        Assert.Null(copyOfHers!.Open(_parts.Held.Files[0].File).Plain);
        Assert.NotNull(copyOfHers.Open(before[0]).Plain);
        Assert.Equal(["for both", "not for Clara", null], await ReadAllAsync(Elena));
        Assert.Equal(["for both", "not for Clara", "not for Elena"], await ReadAllAsync(SealParts.SecretOn(keys.Sheet)));
        Assert.Null(copyOfHers.Open(await _parts.SealAsync("told after she left")).Plain);
        Assert.Equal([AuditActs.KeyDestroyed, AuditActs.Resealed], (await AuditAsync()).TakeLast(2).Select(l => l.What));
    }

    [Fact]
    public async Task The_sheet_seals_anew_what_the_one_who_stays_can_not_open()
    {
        var (elena, clara, keys) = await TwoAsync();
        await _parts.HoldAsync("not for Elena", elena);
        using var copyOfHers = await _parts.UnlockAsync(Clara);
        using var sheet = await _parts.UnlockAsync(SealParts.SecretOn(keys.Sheet));

        Assert.Null(await _parts.Change.RemoveAsync(clara, sheet!, CancellationToken.None));
        await _parts.Change.ResealAsync(sheet!.Actor, f => sheet.Open(f), CancellationToken.None);

        Assert.Null(copyOfHers!.Open(_parts.Held.Files[0].File).Plain);
        Assert.Equal(["not for Elena"], await ReadAllAsync(SealParts.SecretOn(keys.Sheet)));
    }

    [Fact]
    public async Task Nobody_removes_herself_or_the_only_key_or_with_a_key_that_is_not_in_use()
    {
        var (elena, clara, _) = await TwoAsync();
        using var hers = await _parts.UnlockAsync(Clara);
        using var other = await _parts.UnlockAsync(Elena);

        Assert.NotNull(await _parts.Change.RemoveAsync(clara, hers!, CancellationToken.None));
        Assert.Null(await _parts.Change.RemoveAsync(clara, other!, CancellationToken.None));
        Assert.NotNull(await _parts.Change.RemoveAsync(elena, hers!, CancellationToken.None));

        Assert.NotNull(await _parts.UnlockAsync(Elena));
    }

    [Fact]
    public async Task Who_came_later_comes_by_nothing_older_because_somebody_leaves()
    {
        var (_, clara, keys) = await TwoAsync();
        var told = _parts.Store.Time.GetUtcNow();
        _parts.Store.Time.Advance(TimeSpan.FromDays(40));
        await AddAsync(_parts.AddResponder(ResponderRole.Coordinator), Next, keys);
        await _parts.HoldAsync("told before her");
        _parts.Held.Told = told;
        using var by = await _parts.UnlockAsync(Elena);

        await _parts.Change.RemoveAsync(clara, by!, CancellationToken.None);
        await _parts.Change.ResealAsync(by!.Actor, f => by.Open(f), CancellationToken.None);

        Assert.Equal([null], await ReadAllAsync(Next));
        Assert.Equal(["told before her"], await ReadAllAsync(Elena));
    }

    [Fact]
    public async Task With_the_sheet_a_new_key_opens_all_but_what_she_is_kept_away_from()
    {
        var (_, clara, keys) = await TwoAsync();
        var told = _parts.Store.Time.GetUtcNow();
        await _parts.HoldAsync("for both");
        await _parts.HoldAsync("not for Clara", clara);
        _parts.Held.Told = told;
        _parts.Store.Time.Advance(TimeSpan.FromDays(40));
        using var sheet = await _parts.UnlockAsync(SealParts.SecretOn(keys.Sheet));

        await _parts.Change.RecoverAsync(
            NewKeys.OfCoordinator(Passphrase.TryFrom(Next)!, SealParts.Cheap, clara, sheet!.Identities[0], keys.Recovery.Made), CancellationToken.None);
        var done = await _parts.Change.ResealAsync(sheet.Actor, f => sheet.Open(f), CancellationToken.None);

        Assert.Equal(new Resealing(2, 0), done);
        Assert.Equal(["for both", null], await ReadAllAsync(Next));
        Assert.Equal(["for both", "not for Clara"], await ReadAllAsync(Elena));
        Assert.Null(await _parts.UnlockAsync(Clara));
        Assert.Equal([AuditActs.KeyDestroyed, AuditActs.KeyRecovered, AuditActs.Resealed], (await AuditAsync()).TakeLast(3).Select(l => l.What));
    }

    [Fact]
    public async Task A_former_passphrase_is_no_second_person()
    {
        var (elena, clara, _) = await TwoAsync();
        var second = NewKeys.Draw(Passphrase.TryFrom(Next)!, SealParts.Cheap, elena, _parts.Store.Time.GetUtcNow());
        await _parts.Ceremony.KeepAsync(second, replace: true, CancellationToken.None);
        await AddAsync(clara, "clara has eight hens", second);
        using var former = await _parts.UnlockAsync(Elena);
        using var now = await _parts.UnlockAsync(Next);
        using var hers = await _parts.UnlockAsync("clara has eight hens");

        Assert.Null(await AgreeAsync(former, hers, clara));
        Assert.NotNull(await AgreeAsync(now, hers, clara));
    }

    [Fact]
    public async Task An_auditor_s_key_is_vouched_for_opens_nothing_and_is_no_coordinator_s_if_somebody_writes_so()
    {
        var keys = await _parts.MakeKeysAsync(Elena);
        using var sheet = await _parts.UnlockAsync(SealParts.SecretOn(keys.Sheet));
        var auditor = NewKeys.OfAuditor(Passphrase.TryFrom(Next)!, SealParts.Cheap, sheet!.Identities[0], _parts.Store.Time.GetUtcNow());
        await _parts.Change.AddAuditorAsync(auditor, CancellationToken.None);

        Assert.True((await RingAsync()).IsAuditor(auditor));
        Assert.Null(await _parts.ReadAsync(await _parts.SealAsync("words"), Next));

        await _parts.Store.RunAsync(u => new SqliteRecipientStore().Put(u, auditor with { Kind = RecipientKind.Coordinator }));
        _parts.Open(pinned: null);
        Assert.Single((await RingAsync()).Refused);
        Assert.Null(await _parts.ReadAsync(await _parts.SealAsync("words"), Next));

        Assert.False((await RingAsync()).IsAuditor(keys.Coordinator with { Kind = RecipientKind.Auditor }));
        await _parts.Store.RunAsync(u => new SqliteRecipientStore().Put(u, auditor));
        _parts.Open(pinned: null);
        Assert.True(await _parts.Change.RemoveAuditorAsync(auditor.Id, CancellationToken.None));
        Assert.False(await _parts.Change.RemoveAuditorAsync(auditor.Id, CancellationToken.None));
        Assert.Null(await _parts.UnlockAsync(Next));
    }

    /// <summary>Two coordinators with a key each.</summary>
    private async Task<(ResponderId Elena, ResponderId Clara, NewKeys Keys)> TwoAsync()
    {
        var (elena, clara) = (_parts.AddResponder(ResponderRole.Coordinator), _parts.AddResponder(ResponderRole.Coordinator));
        var keys = await _parts.MakeKeysAsync(Elena, elena);
        await AddAsync(clara, Clara, keys);
        return (elena, clara, keys);
    }

    private async Task AddAsync(ResponderId responder, string passphrase, NewKeys keys)
    {
        using var sheet = await _parts.UnlockAsync(SealParts.SecretOn(keys.Sheet));
        Assert.True(await _parts.Ceremony.AddAsync(
            NewKeys.OfCoordinator(Passphrase.TryFrom(passphrase)!, SealParts.Cheap, responder, sheet!.Identities[0], _parts.Store.Time.GetUtcNow()),
            CancellationToken.None));
    }

    private async Task<bool> RewrapAsync(string from, string to)
    {
        using var keys = await _parts.UnlockAsync(from);
        return await _parts.Change.RewrapAsync(keys!, Passphrase.TryFrom(to)!, SealParts.Cheap, CancellationToken.None);
    }

    private async Task<TwoPeople?> AgreeAsync(UnlockedKeys? first, UnlockedKeys? other, ResponderId second) =>
        (await _parts.Store.RunAsync(u => TwoPeople.Check(u, _parts.Recipients, _parts.Responders, first, other, second))).People;

    private async Task<List<string?>> ReadAllAsync(string passphrase)
    {
        var read = new List<string?>();
        foreach (var (file, _) in _parts.Held.Files)
        {
            read.Add(await _parts.ReadAsync(file, passphrase));
        }
        return read;
    }

    private Task<RecipientRing> RingAsync() => _parts.Store.RunAsync(_parts.Recipients.Get);

    private Task<IReadOnlyList<AuditLine>> AuditAsync() => _parts.Store.RunAsync(u => _parts.AuditLines.Read(u, 0, 100));
}
