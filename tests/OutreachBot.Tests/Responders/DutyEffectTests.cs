using Moq;
using OutreachBot.Addresses;
using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Responders.Duty;
using OutreachBot.Routing;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Routing;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Responders;

public sealed class DutyEffectTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ResponderBook _book = new(new SqliteResponderStore(new FakeVault()), Mock.Of<OutreachBot.Agenda.IAgenda>());
    private readonly Work _work = new();
    private readonly Responder _rosa = Given.Defender().In("BO-010601");

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task She_goes_on_duty_and_off(string on, bool onDuty)
    {
        Assert.Equal("ok", (await CallAsync(new SetDutyEffect(_book, new DutyTimes(), Mock.Of<OutreachBot.Agenda.IAgenda>()), ("on", on))).Outcome);
        Assert.Equal(onDuty, (await RosaAsync()).OnDuty);
    }

    [Fact]
    public async Task TURNO_outside_of_her_own_hours_holds_until_she_rests()
    {
        var rosa = _rosa with { Hours = DutyHours.TryParse(["mar 08-16"]) };
        await _store.RunAsync(unit => _book.Save(unit, rosa));
        Assert.Equal("off", (await CallAsync(new DutyStatusEffect(_work, new DutyTimes()), rosa)).Outcome);

        await CallAsync(new SetDutyEffect(_book, new DutyTimes(), Mock.Of<OutreachBot.Agenda.IAgenda>()), rosa, ("on", "yes"));
        var onDuty = await RosaAsync();
        await CallAsync(new SetDutyEffect(_book, new DutyTimes(), Mock.Of<OutreachBot.Agenda.IAgenda>()), onDuty, ("on", "no"));

        Assert.True(DutyTimes.IsOnDuty(onDuty, TestStore.Start));
        Assert.False(DutyTimes.IsOnDuty(await RosaAsync() with { OnDuty = true }, TestStore.Start));
    }

    [Fact]
    public async Task Where_she_is_is_kept_and_said_back()
    {
        var result = await CallAsync(new SetPlaceEffect(_book, Ask.Places), ("where", "BO-031003"));

        Assert.Equal(("ok", "Villa Tunari"), (result.Outcome, result.Gives["municipality"]));
        Assert.Equal("BO-031003", (await RosaAsync()).Place);
    }

    [Fact]
    public async Task A_place_that_is_no_municipality_leaves_her_where_she_was() =>
        Assert.Equal("no_place", (await CallAsync(new SetPlaceEffect(_book, Ask.Places), ("where", "BO-01"))).Outcome);

    [Fact]
    public async Task How_she_stands_comes_with_what_waits_for_her()
    {
        _work.Open = 3;

        var result = await CallAsync(new DutyStatusEffect(_work, new DutyTimes()));

        Assert.Equal(("on", "3"), (result.Outcome, result.Gives["count"]));
    }

    [Fact]
    public async Task Who_declines_is_not_asked_again_and_what_she_had_goes_to_others()
    {
        await CallAsync(new DeclineDutyEffect(_book, _work));

        Assert.True(await RosaAsync() is { OnDuty: false, OptedOut: true });
        Assert.Equal([_rosa.Id], _work.GaveBack);
    }

    [Theory]
    [InlineData("BO-010601", "on_duty")]
    [InlineData("BO-070101", "nobody")]
    [InlineData("", "no_place")]
    public async Task Whoever_asks_learns_whether_somebody_is_there_and_never_who(string where, string outcome)
    {
        var result = await CallAsync(new FindServicesEffect(new Router(Ask.Places), _book, Ask.Places), ("where", where));

        Assert.Equal(outcome, result.Outcome);
        Assert.All(result.Gives.Keys, name => Assert.Equal("municipality", name));
    }

    [Fact]
    public async Task At_night_the_one_on_duty_is_there_later()
    {
        _store.Time.Advance(TimeSpan.FromHours(14));

        Assert.Equal("later", (await CallAsync(new FindServicesEffect(new Router(Ask.Places), _book, Ask.Places), ("where", "BO-010601"))).Outcome);
    }

    private Task<EffectResult> CallAsync(IEffectHandler handler, params (string, string)[] with) => CallAsync(handler, _rosa, with);

    private Task<EffectResult> CallAsync(IEffectHandler handler, Responder rosa, params (string, string)[] with) => _store.RunAsync(unit =>
    {
        if (_book.Find(unit, rosa.Id) is null)
        {
            _book.Save(unit, rosa);
        }
        return handler.Call(unit, rosa, Channel.Sms, with);
    });

    private Task<Responder> RosaAsync() => _store.RunAsync(unit => _book.Find(unit, _rosa.Id)!);

    private sealed class Work : IResponderWork
    {
        public int Open { get; set; }

        public List<ResponderId> GaveBack { get; } = [];

        public int CountOf(UnitOfWork unit, ResponderId responder) => Open;

        public void GiveBack(UnitOfWork unit, ResponderId responder) => GaveBack.Add(responder);

        public void SetAside(UnitOfWork unit, ResponderId responder) => throw new NotSupportedException();

        public void TakeUp(UnitOfWork unit, ResponderId responder) => throw new NotSupportedException();
    }
}
