using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts.Duplicates;

/// <summary>What a coordinator says of tips that may be one matter.</summary>
public sealed class LikeAnswersTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_most_urgent_goes_on_however_late_it_came()
    {
        var coordinator = _house.Coordinator();
        await TellAsync();
        await _house.StandStillAsync(TimeSpan.FromHours(2));
        await TellAsync(("minor", "yes"));

        await SayTheSameAsync(coordinator, await LookAsync(coordinator));

        Assert.Equal(Urgency.High, (await OpenAsync()).Urgency);
    }

    [Fact]
    public async Task Whoever_was_to_be_kept_away_from_one_that_is_closed_is_kept_away_from_the_one_that_goes_on()
    {
        var named = _house.Defender();
        var coordinator = _house.Coordinator();
        _house.KeepAway.Means("ella", named);
        await TellAsync(("keep_away_words", "ella"));
        await _house.StandStillAsync(TimeSpan.FromHours(2));
        await TellAsync(("minor", "yes"));

        await SayTheSameAsync(coordinator, await LookAsync(coordinator));

        var goesOn = await OpenAsync();
        Assert.Equal(Urgency.High, goesOn.Urgency);
        Assert.Contains(named.OnFile.Id, (await _house.RunAsync(u => _house.Get<ITipStore>().DiscretionOf(u, goesOn.Id))).KeepAway);
        Assert.DoesNotContain(await named.AlertsAsync(), a => a.Tip == goesOn.Id && a.IsOpen);
    }

    [Fact]
    public async Task What_was_added_since_she_read_is_not_closed()
    {
        var coordinator = _house.Coordinator();
        await TellAsync();
        await TellAsync();
        var code = await LookAsync(coordinator);
        var shown = (await coordinator.ResultAsync("alike_tips", code)).Gives.GetValueOrDefault("shown_ids", "");
        await TellAsync();
        await _house.PassAsync(TimeSpan.FromHours(25));

        await coordinator.ResultAsync("judge_alike", code, ("verdict", "same"), ("among", shown));
        await coordinator.ResultAsync("close_alike", code, ("close", "yes"), ("among", shown));

        Assert.Equal(2, (await _house.RunAsync(_house.Get<ITipStore>().All)).Count(t => !t.IsOver));
    }

    [Fact]
    public async Task What_does_not_fit_on_her_screen_is_not_closed_and_comes_another_time()
    {
        var coordinator = _house.Coordinator();
        for (var i = 0; i < 6; i++)
        {
            await TellAsync();
        }
        var code = await LookAsync(coordinator);
        Assert.Equal("4", (await coordinator.ResultAsync("alike_tips", code)).Gives["count"]);

        await SayTheSameAsync(coordinator, code);
        Assert.Equal(3, (await _house.RunAsync(_house.Get<ITipStore>().All)).Count(t => !t.IsOver));

        await SayTheSameAsync(coordinator, await LookAsync(coordinator));
        await OpenAsync();
    }

    [Fact]
    public async Task What_was_said_of_some_brings_up_others_next()
    {
        var coordinator = _house.Coordinator();
        for (var i = 0; i < 5; i++)
        {
            await TellAsync();
        }
        var code = await LookAsync(coordinator);
        var shown = (await coordinator.ResultAsync("alike_tips", code)).Gives.GetValueOrDefault("shown_ids", "");
        await coordinator.ResultAsync("judge_alike", code, ("verdict", "apart"), ("among", shown));

        var next = (await coordinator.ResultAsync("alike_tips", await LookAsync(coordinator))).Gives.GetValueOrDefault("shown_ids", "");

        Assert.Single(next.Split(' ').Except(shown.Split(' ')));
    }

    private Task TellAsync(params (string Name, string Value)[] with) => _house.Reporter().SubmitAsync([("kind", "work"), .. with]);

    // The next look of the day.
    private async Task<string> LookAsync(Actor coordinator)
    {
        await _house.PassAsync(TimeSpan.FromHours(25));
        return coordinator.Inbox.Last(m => m.StartsWith("notice", StringComparison.Ordinal)).Split(' ')[1];
    }

    private static async Task SayTheSameAsync(Actor coordinator, string code)
    {
        var shown = (await coordinator.ResultAsync("alike_tips", code)).Gives.GetValueOrDefault("shown_ids", "");
        Assert.Equal("closable", (await coordinator.ResultAsync("judge_alike", code, ("verdict", "same"), ("among", shown))).Outcome);
        Assert.Equal("ok", (await coordinator.ResultAsync("close_alike", code, ("close", "yes"), ("among", shown))).Outcome);
    }

    private async Task<Tip> OpenAsync() => Assert.Single(await _house.RunAsync(_house.Get<ITipStore>().All), t => !t.IsOver);
}
