using System.Text;
using OutreachBot.Audit;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Privacy;

public sealed class TipOpenerTests : IDisposable
{
    private const string Mine = "a long walk to the river";
    private readonly SealParts _parts = new();

    public void Dispose() => _parts.Dispose();

    [Fact]
    public async Task A_tip_is_opened_in_the_order_it_was_told_and_the_audit_says_who_and_why()
    {
        await _parts.MakeKeysAsync(Mine);
        var id = await TellAsync([], "first", "second", "third", "fourth", "fifth");
        using var keys = await _parts.UnlockAsync(Mine);

        var opened = Assert.IsType<TipOpening.Opened>(await _parts.Opener.OpenAsync(id, keys!, "the prosecutor asked", CancellationToken.None));

        Assert.Equal(["first", "second", "third", "fourth", "fifth"], opened.Parts.Select(p => (string?)p["story"]));
        var line = (await AuditAsync())[^1];
        Assert.Equal((AuditActs.TipOpened, id.Value, keys!.Actor), (line.What, line.Tip!.Value, line.Actor));
        Assert.Equal("[opened tip]", $"{opened}");
    }

    [Fact]
    public async Task What_the_provisional_key_held_is_opened_after_keys_new()
    {
        var id = await TellAsync([], "told before anybody had a key");
        await _parts.MakeKeysAsync(Mine);
        await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None);
        using var keys = await _parts.UnlockAsync(Mine);

        Assert.IsType<TipOpening.Opened>(await _parts.Opener.OpenAsync(id, keys!, "why", CancellationToken.None));
    }

    [Fact]
    public async Task Tips_are_sealed_anew_without_whom_they_are_kept_away_from()
    {
        var accused = _parts.AddResponder(ResponderRole.Coordinator);
        var about = await TellAsync([accused], "about her");
        var other = await TellAsync([], "about somebody else");
        await _parts.MakeKeysAsync(Mine, accused);
        await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None);
        using var keys = await _parts.UnlockAsync(Mine);

        Assert.IsType<TipOpening.NotForHer>(await _parts.Opener.OpenAsync(about, keys!, "why", CancellationToken.None));
        Assert.IsType<TipOpening.Opened>(await _parts.Opener.OpenAsync(other, keys!, "why", CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_kept_away_after_it_was_sealed_is_refused_and_that_leaves_a_line()
    {
        var coordinator = _parts.AddResponder(ResponderRole.Coordinator);
        await _parts.MakeKeysAsync(Mine, coordinator);
        var id = await TellAsync([], "about somebody she is close to");
        using var keys = await _parts.UnlockAsync(Mine);
        Assert.IsType<TipOpening.Opened>(await _parts.Opener.OpenAsync(id, keys!, "why", CancellationToken.None));

        await _parts.Store.RunAsync(u => _parts.Tips.Save(u, id, _parts.Tips.DiscretionOf(u, id).KeepingAway([coordinator])));

        Assert.IsType<TipOpening.NotForHer>(await _parts.Opener.OpenAsync(id, keys!, "why", CancellationToken.None));
        var line = (await AuditAsync())[^1];
        Assert.Equal((AuditActs.TipRefused, id.Value, keys!.Actor), (line.What, line.Tip!.Value, line.Actor));
    }

    [Fact]
    public async Task Who_was_kept_away_and_came_back_under_another_id_is_refused_and_nothing_is_sealed_anew_to_her()
    {
        var gone = _parts.Responders.Find(null!, _parts.AddResponder(ResponderRole.Coordinator))! with { Name = "Elena Vargas" };
        _parts.Responders.Remove(null!, gone.Id);
        var id = await TellAsync([gone.Id], "about her");
        await _parts.Store.RunAsync(u => _parts.Tips.Save(
            u, id, _parts.Tips.DiscretionOf(u, id) with { Marks = KeptMarks.Of([gone], withAllOfTheirs: []) }));
        var back = _parts.AddResponder(ResponderRole.Coordinator);
        _parts.Responders.Save(null!, _parts.Responders.Find(null!, back)! with { Name = "VARGAS Elena" });
        await _parts.MakeKeysAsync(Mine, back);
        await _parts.Ceremony.RetireProvisionalAsync(CancellationToken.None);
        using var keys = await _parts.UnlockAsync(Mine);

        var seal = Assert.Single(await _parts.Store.RunAsync(u => _parts.Tips.SealsOf(u, id)));

        Assert.Null(keys!.Open(seal).Plain);
        Assert.IsType<TipOpening.NotForHer>(await _parts.Opener.OpenAsync(id, keys, "why", CancellationToken.None));
        Assert.Equal(AuditActs.TipRefused, (await AuditAsync())[^1].What);
    }

    [Fact]
    public async Task An_unknown_tip_a_damaged_one_and_one_sealed_to_others_open_nothing_and_leave_no_line()
    {
        await _parts.MakeKeysAsync(Mine);
        var damaged = await TellAsync([], "words", "more words");
        using var keys = await _parts.UnlockAsync(Mine);
        await _parts.Store.RunAsync(u =>
        {
            using var damage = u.Sqlite().Prepare("UPDATE tip_seal SET seal = substr(seal, 1, length(seal) - 1)");
            damage.Run();
        });
        var coordinator = _parts.AddResponder(ResponderRole.Coordinator);
        var hidden = await TellAsync([coordinator], "about a coordinator");
        var lines = (await AuditAsync()).Count;

        Assert.IsType<TipOpening.Unknown>(await _parts.Opener.OpenAsync(TipId.Draw(), keys!, "why", CancellationToken.None));
        Assert.IsType<TipOpening.Damaged>(await _parts.Opener.OpenAsync(damaged, keys!, "why", CancellationToken.None));
        Assert.IsType<TipOpening.NotForHer>(await _parts.Opener.OpenAsync(hidden, keys!, "why", CancellationToken.None));
        Assert.Equal(lines, (await AuditAsync()).Count);
    }

    [Fact]
    public async Task Keys_unlocked_once_open_a_thousand_tips()
    {
        await _parts.MakeKeysAsync(Mine);
        var ids = new List<TipId>();
        for (var i = 0; i < 1_000; i++)
        {
            ids.Add(await TellAsync([], $"tip {i}"));
        }
        using var keys = await _parts.UnlockAsync(Mine);

        for (var i = 0; i < ids.Count; i++)
        {
            var opened = Assert.IsType<TipOpening.Opened>(await _parts.Opener.OpenAsync(ids[i], keys!, "why", CancellationToken.None));
            Assert.Equal($"tip {i}", (string?)opened.Parts.Single()["story"]);
        }
    }

    private async Task<TipId> TellAsync(ResponderId[] keptAway, params string[] stories)
    {
        var tip = Some.Tip();
        await _parts.Store.RunAsync(u =>
        {
            _parts.Tips.Save(u, tip);
            _parts.Tips.Save(u, tip.Id, Discretion.NotAskedYet.KeepingAway(keptAway));
            foreach (var (order, story) in stories.Index())
            {
                var document = SealedTip.Of(SealedPart.Told, order, LanguageTag.Spanish, story);
                _parts.Tips.AddSeal(u, tip.Id, _parts.Seals.Seal(u, Encoding.UTF8.GetBytes(document.ToText()), keptAway.ToHashSet()));
            }
        });
        return tip.Id;
    }

    private Task<IReadOnlyList<AuditLine>> AuditAsync() => _parts.Store.RunAsync(u => _parts.AuditLines.Read(u, 0, 10_000));
}
