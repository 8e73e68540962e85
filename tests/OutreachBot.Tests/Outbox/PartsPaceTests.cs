using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Outbox;

namespace OutreachBot.Tests.Outbox;

public sealed class PartsPaceTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    [Fact]
    public void No_stretch_of_time_holds_more_parts_than_the_bound() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 600], Gen.Bool).List[1, 200].Sample(steps =>
        {
            var time = new FakeTimeProvider();
            var pace = new PartsPace(30, 6, Window, time);
            var left = new List<(DateTimeOffset At, int Parts, bool Urgent)>();
            foreach (var (parts, pause, urgent) in steps)
            {
                time.Advance(TimeSpan.FromSeconds(pause));
                if (pace.Take(parts, urgent) == TimeSpan.Zero)
                {
                    left.Add((time.GetUtcNow(), parts, urgent));
                }
            }
            return left.All(end => Within(left, end.At).Sum(l => l.Parts) <= 30)
                && left.Where(l => !l.Urgent).All(end => Within(left, end.At).Sum(l => l.Parts) <= 30 && Before(left, end) <= 24);
        });

    [Fact]
    public void What_has_to_wait_is_told_when_and_may_leave_then()
    {
        var time = new FakeTimeProvider();
        var pace = new PartsPace(30, 6, Window, time);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(TimeSpan.Zero, pace.Take(3, isUrgent: false));
            time.Advance(TimeSpan.FromMinutes(1));
        }
        var wait = pace.Take(2, isUrgent: false);
        Assert.Equal(TimeSpan.FromMinutes(22), wait);
        Assert.NotNull(pace.HeldAt);
        time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, pace.Take(2, isUrgent: false));
    }

    [Fact]
    public void A_danger_leaves_where_the_others_wait()
    {
        var pace = new PartsPace(30, 6, Window, new FakeTimeProvider());
        Assert.Equal(TimeSpan.Zero, pace.Take(24, isUrgent: false));
        Assert.NotEqual(TimeSpan.Zero, pace.Take(1, isUrgent: false));
        Assert.Equal(TimeSpan.Zero, pace.Take(4, isUrgent: true));
    }

    [Fact]
    public void What_has_surely_not_left_is_counted_no_more()
    {
        var pace = new PartsPace(30, 6, Window, new FakeTimeProvider());
        pace.Take(24, isUrgent: false);
        pace.GiveBack(24);
        Assert.Equal(TimeSpan.Zero, pace.Take(24, isUrgent: false));
    }

    private static IEnumerable<(DateTimeOffset At, int Parts, bool Urgent)> Within(
        List<(DateTimeOffset At, int Parts, bool Urgent)> left, DateTimeOffset end) => left.Where(l => l.At > end - Window && l.At <= end);

    private static int Before(List<(DateTimeOffset At, int Parts, bool Urgent)> left, (DateTimeOffset At, int Parts, bool Urgent) last) =>
        left.Take(left.IndexOf(last) + 1).Where(l => l.At > last.At - Window).Sum(l => l.Parts);
}
