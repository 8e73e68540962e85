using OutreachBot.Agenda;
using OutreachBot.Audit;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Tips;

/// <summary>What retention demands, by command; and what is remembered of what went.</summary>
public sealed class TipPurgeTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_is_over_goes_and_the_rest_stays_and_the_audit_has_the_count_alone()
    {
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();
        await defender.AnswerAsync("accept_alert");
        await defender.AnswerAsync("close_case", ("outcome", "unfounded"));
        var closed = await _house.OnlyTipAsync();
        await _house.Reporter().SubmitAsync();

        await _house.StandStillAsync(TimeSpan.FromDays(179));
        Assert.Equal((0, 0), (await CountAsync(), await PurgeAsync()));
        await _house.StandStillAsync(TimeSpan.FromDays(2));
        Assert.Equal((1, 1, 0), (await CountAsync(), await PurgeAsync(), await CountAsync()));

        Assert.NotEqual(closed.Id, (await _house.OnlyTipAsync()).Id);
        var line = Assert.Single(await AuditAsync());
        Assert.Equal((AuditActs.TipsPurged, null), (line.What, line.Tip));
        Assert.False(await _house.RunAsync(u => _house.Get<IAgenda>().IsPlanned(u, TipRetention.AgendaKind, closed.Id.ToString())));

        await _house.StandStillAsync(TimeSpan.FromDays(550));
        Assert.Equal(1, await PurgeAsync());
        Assert.Empty(await _house.RunAsync(_house.Get<ITipStore>().All));
    }

    [Fact]
    public async Task More_than_one_batch_goes_at_once_and_the_lines_count_all_of_them()
    {
        await _house.RunAsync(u =>
        {
            foreach (var tip in Enumerable.Range(0, 120).Select(_ => Some.Tip()))
            {
                _house.Get<ITipStore>().Save(u, tip);
            }
            return 0;
        });
        await _house.StandStillAsync(TimeSpan.FromDays(731));

        Assert.Equal(120, await PurgeAsync());

        Assert.Equal(["50 tips", "50 tips", "20 tips"], (await AuditAsync()).Select(((AuditTrail)_house.Get<IAudit>()).ReasonOf));
    }

    [Fact]
    public async Task One_whose_end_was_put_off_because_it_failed_goes_too_and_one_planned_too_far_is_not_kept_longer_than_any()
    {
        await _house.Reporter().SubmitAsync();
        var tip = await _house.OnlyTipAsync();
        await _house.RunAsync(u =>
        {
            _house.Get<IAgendaStore>().Put(u, new AgendaItem(TipRetention.AgendaKind, tip.Id.ToString(), u.Now.AddYears(50), Attempts: 0));
            return 0;
        });
        await _house.StandStillAsync(TimeSpan.FromDays(909));
        Assert.Equal(0, await CountAsync());
        await _house.StandStillAsync(TimeSpan.FromDays(2));
        Assert.Equal(1, await CountAsync());

        await _house.RunAsync(u =>
        {
            _house.Get<IAgendaStore>().Put(u, new AgendaItem(TipRetention.AgendaKind, tip.Id.ToString(), u.Now.AddHours(1), Attempts: 3));
            return 0;
        });
        Assert.Equal(1, await PurgeAsync());
    }

    [Fact]
    public async Task What_was_erased_is_remembered_by_its_id_for_as_long_as_a_backup_could_bring_it_back()
    {
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();
        var tip = await _house.OnlyTipAsync();
        Assert.Empty(await LedgerAsync());

        await reporter.DoAsync("withdraw_tip");
        Assert.Equal([tip.Id], await LedgerAsync());

        await _house.LeapAsync(TimeSpan.FromDays(181));
        Assert.Equal([tip.Id], await LedgerAsync());

        await _house.StandStillAsync(TimeSpan.FromDays(730));
        await _house.Reporter().SubmitAsync();
        await _house.LeapAsync(TimeSpan.FromDays(731));
        Assert.DoesNotContain(tip.Id, await LedgerAsync());
    }

    private Task<int> CountAsync() => _house.Get<TipPurge>().CountAsync(CancellationToken.None);

    private Task<int> PurgeAsync() => _house.Get<TipPurge>().RunAsync(CancellationToken.None);

    private Task<IReadOnlyList<TipId>> LedgerAsync() => _house.RunAsync(_house.Get<IErasureLedger>().All);

    private Task<IReadOnlyList<AuditLine>> AuditAsync() => _house.RunAsync(u => _house.Get<IAuditStore>().Read(u, 0, 100));
}
