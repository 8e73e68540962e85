using OutreachBot.Privacy;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Tips;

public sealed class GuessPaceTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly GuessPace _pace = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Five_wrong_codes_make_somebody_wait_an_hour()
    {
        var person = Person(1);
        await Fail(person, GuessPace.Tries - 1);
        Assert.False(MustWait(person));
        await Fail(person, 1);
        Assert.True(MustWait(person));

        _store.Time.Advance(GuessPace.Window);

        Assert.False(MustWait(person));
    }

    [Fact]
    public async Task Five_attackers_hold_up_each_other_and_never_an_honest_person()
    {
        foreach (var attacker in Enumerable.Range(1, 5).Select(Person))
        {
            await Fail(attacker, GuessPace.Many / 5);
        }

        var honest = Person(99);
        Assert.False(MustWait(honest));
        await Fail(honest, 1);
        Assert.False(MustWait(honest));
        await Fail(honest, 1);
        Assert.True(MustWait(honest));
    }

    [Fact]
    public async Task What_was_undone_is_not_counted()
    {
        var person = Person(1);
        for (var i = 0; i < GuessPace.Tries; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => _store.RunAsync(unit =>
            {
                _pace.Failed(unit, person);
                throw new InvalidOperationException();
            }));
        }

        Assert.False(MustWait(person));
    }

    private bool MustWait(PersonKey person) => _pace.MustWait(person, _store.Time.GetUtcNow());

    private async Task Fail(PersonKey person, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _store.RunAsync(unit => _pace.Failed(unit, person));
        }
    }

    private static PersonKey Person(int n) => new([(byte)n, .. new byte[31]]);
}
