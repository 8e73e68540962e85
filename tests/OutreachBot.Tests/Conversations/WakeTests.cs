using OutreachBot.Flows.Running;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Conversations;

public sealed class WakeTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ConversationParts _line;
    private readonly CountingEffect _tip = new("submit_tip");

    public WakeTests()
    {
        _line = new ConversationParts(_store);
        _line.Effects.Add(_tip);
        _line.Engine.Does = (session, input, context) => input switch
        {
            Message => new TurnResult(
                session with { LastAt = context.Now, Runs = FakeEngine.Open("") }, [], null, context.Now.AddMinutes(60), []),
            TimePassed => FakeEngine.Awaits(session, context, "submit_tip"),
            _ => new TurnResult(session with { Runs = Session.Stranger.Runs }, [FakeEngine.Say("never said")], null, null, []),
        };
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_flow_that_is_left_goes_on_by_the_clock_once()
    {
        await _line.SendAsync("words");

        await AfterAsync(minutes: 59);
        Assert.Equal(0, await _tip.TimesAsync(_store));
        await AfterAsync(minutes: 1);
        await AfterAsync(minutes: 60);

        Assert.Equal(1, await _tip.TimesAsync(_store));
        Assert.Empty((await _line.KeptAsync())!.Session.Runs);
    }

    [Fact]
    public async Task A_message_in_between_puts_the_clock_off()
    {
        await _line.SendAsync("words");
        await AfterAsync(minutes: 50);
        await _line.SendAsync("more");

        await AfterAsync(minutes: 59);
        Assert.Equal(0, await _tip.TimesAsync(_store));

        await AfterAsync(minutes: 1);
        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task The_clock_comes_by_after_a_restart_too()
    {
        await _line.SendAsync("words");
        _store.Restart();

        await AfterAsync(minutes: 60);

        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task The_clock_comes_by_also_for_a_session_that_was_moved_to_a_new_key()
    {
        await _line.SendAsync("words");
        _line.Keys.Epoch = 2;
        await _line.SendAsync("more");
        Assert.Single(await _line.PlannedAsync());

        await AfterAsync(minutes: 60);

        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task Most_turns_leave_the_agenda_as_it_is()
    {
        await _line.SendAsync("one");
        var planned = await _line.PlannedAsync();
        _store.Time.Advance(TimeSpan.FromMinutes(1));

        await _line.SendAsync("two");

        Assert.Equal(planned, await _line.PlannedAsync());
    }

    [Fact]
    public async Task Nobody_s_number_is_at_hand_when_the_clock_comes_by()
    {
        Addresses.Address? address = ConversationParts.Phone();
        _tip.Gives = request =>
        {
            address = request.Address;
            return Effects.EffectResult.Of("ok");
        };
        await _line.SendAsync("words");

        await AfterAsync(minutes: 60);

        Assert.Null(address);
    }

    private async Task AfterAsync(int minutes)
    {
        _store.Time.Advance(TimeSpan.FromMinutes(minutes));
        await _line.RunDueAsync();
    }
}
