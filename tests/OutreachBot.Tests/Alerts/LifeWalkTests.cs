using OutreachBot.Alerts;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Alerts;

/// <summary>No state that can be reached leaves a tip unassigned for good.</summary>
public sealed class LifeWalkTests : IDisposable
{
    private const int MostTimes = 12;

    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public void Among_nobody() => Walk(least: 2);

    [Fact]
    public void With_one_defender() => Walk(least: 20, ("defender", _house.Defender()));

    [Fact]
    public void With_one_coordinator() => Walk(least: 20, ("coordinator", _house.Coordinator()));

    [Fact]
    public void With_a_defender_and_a_coordinator() => Walk(least: 200, ("defender", _house.Defender()), ("coordinator", _house.Coordinator()));

    [Fact]
    public void With_an_official_whom_the_reporter_chose_and_a_coordinator()
    {
        var people = new[] { ("official", _house.Official()), ("coordinator", _house.Coordinator()) };
        Walk(least: 200, [("officials", "yes")], people);
    }

    /// <summary>The walk's own teeth: where one kind of time is never kept, it finds a state in which nobody watches.</summary>
    [Theory]
    [InlineData(Escalation.AgendaKind)]
    [InlineData(Unassigned.AgendaKind)]
    public void A_time_that_is_never_kept_is_found(string kind)
    {
        using var walk = new LifeWalk(_house, Look, ("defender", _house.Defender())) { Forgets = kind };

        Assert.ThrowsAny<Exception>(() => walk.Begin());
    }

    private void Walk(int least, params (string Name, Actor Actor)[] people) => Walk(least, [], people);

    private void Walk(int least, (string, string)[] told, params (string Name, Actor Actor)[] people)
    {
        using var walk = new LifeWalk(_house, Look, people);
        walk.Begin(told);
        TestContext.Current.TestOutputHelper?.WriteLine($"{walk.States} states, {walk.Arrows} arrows");
        Assert.True(walk.States >= least, $"only {walk.States} states");
    }

    private static void Look(LifeWalk walk, string state)
    {
        Assert.True(IsWatched(walk), $"Nobody watches: {state}, after {walk.Path}");
        foreach (var lost in walk.Planned)
        {
            walk.Try(() => walk.LoseAndStartAgain(lost), () => Assert.True(IsWatched(walk), $"Lost {lost.Kind}: {state}, after {walk.Path}"));
        }
        if (Eligible(walk) is { } coordinator && walk.Tip is { IsOver: false, Assigned: null })
        {
            walk.Try(
                () => { },
                () => Assert.True(ReachesHer(walk, coordinator), $"Never reaches the coordinator: {state}, after {walk.Path}"));
        }
    }

    /// <summary>Somebody has it and its time is kept; or somebody is asked and hers is; or it is tried again at a time.</summary>
    private static bool IsWatched(LifeWalk walk)
    {
        var tip = walk.Tip;
        if (tip.IsOver)
        {
            return true;
        }
        var timed = walk.Planned.Where(i => i.Kind == Escalation.AgendaKind).Select(i => i.Subject).ToHashSet();
        if (tip.Assigned is { } holder)
        {
            return walk.OnFile(holder) is { Suspended: false }
                && walk.Alerts.Any(a => a.IsHeld && a.Responder == holder && timed.Contains(a.Id.ToString()));
        }
        var asked = walk.Alerts.Any(a => a.State == AlertState.Offered && timed.Contains(a.Id.ToString()));
        var triedAgain = walk.Planned.Any(i => i.Kind == Unassigned.AgendaKind);
        return asked || triedAgain;
    }

    private static Responder? Eligible(LifeWalk walk) => walk.Everybody.FirstOrDefault(r =>
        r is { Role: ResponderRole.Coordinator, OptedOut: false, Suspended: false } && !walk.Discretion.KeepAway.Contains(r.Id));

    /// <summary>If nobody does anything, time alone brings it before her.</summary>
    private static bool ReachesHer(LifeWalk walk, Responder coordinator)
    {
        for (var times = 0; times < MostTimes; times++)
        {
            if (walk.Alerts.Any(a => a.Responder == coordinator.Id && a is { State: AlertState.Offered, Tier: Tier.Coordinator }))
            {
                return true;
            }
            if (!walk.TimePasses())
            {
                return false;
            }
        }
        return false;
    }
}
