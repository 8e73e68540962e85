using System.Text.RegularExpressions;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>One event, told by several people: a coordinator is told once, and decides; nothing is merged by itself.</summary>
public sealed partial class DuplicateJourneyTests
{
    private const string Told = "no le pagan a la muchacha de la tienda";

    [Fact]
    public async Task Two_tips_that_may_be_one_are_shown_to_a_coordinator_without_a_word_of_them()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, ana) = await PeopleAsync(line);
        await TellAsync(line, 2);

        await line.PassAsync(TimeSpan.FromHours(7));

        var notice = Assert.Single(clara.Unasked, IsNotice);
        Assert.Matches(@"^Dos avisos pueden ser de lo mismo\. Para verlos, a solas, escriba: [A-Z]{2}\d\d$", notice);
        Assert.DoesNotContain(ana.Unasked, IsNotice);
        Assert.All(await line.TipsAsync(), tip => Assert.False(tip.IsOver));
        var shown = await clara.SaysAsync(CodeIn(notice));
        Assert.Contains("Tarabuco", shown);
        Assert.Contains("1 Es lo mismo 2 No es lo mismo 3 No sé", shown.Replace("No se", "No sé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_who_tell_the_same_within_a_day_are_one_notice()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, _) = await PeopleAsync(line);

        for (var i = 0; i < 5; i++)
        {
            await TellAsync(line, 1);
            await line.PassAsync(TimeSpan.FromHours(4));
        }
        await line.PassAsync(TimeSpan.FromHours(20));

        Assert.Single(clara.Unasked, IsNotice);
        var shown = await clara.SaysAsync(CodeIn(clara.Unasked.Single(IsNotice)));
        // Four stand on a screen; the fifth comes at a later look.
        Assert.StartsWith("4 ", shown);
    }

    [Fact]
    public async Task Said_to_be_the_same_the_later_is_closed_when_she_says_so_and_its_reporter_is_told()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, _) = await PeopleAsync(line);
        await TellAsync(line, 1);
        await line.PassAsync(TimeSpan.FromHours(1));
        var second = line.Stranger();
        await second.SaysAsync("hola", "3", "2", "2", "tarabuco", Told, "1", "1", "1", "4", "1", "0");
        await line.PassAsync(TimeSpan.FromHours(6));

        await clara.SaysAsync(CodeIn(clara.Unasked.Last(IsNotice)));
        Assert.Contains("1 Si 2 No", await clara.SaysAsync("1"));
        Assert.All(await line.TipsAsync(), tip => Assert.False(tip.IsOver));
        Assert.StartsWith("Hecho.", await clara.SaysAsync("1"));

        var tips = (await line.TipsAsync()).OrderBy(t => t.Hour).ToList();
        Assert.Equal((false, CaseOutcome.Duplicate), (tips[0].IsOver, tips[1].Outcome));
        var pair = Assert.Single(await line.RunAsync(line.Get<ILikenessStore>().All));
        Assert.Equal(LikeVerdict.Same, pair.Verdict);
        Assert.Equal(tips[0].Id, await line.RunAsync(unit => line.Get<ILikenessStore>().DuplicateOf(unit, tips[1].Id)));
        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", second.Reads);
        Assert.StartsWith("Ya habia alguien en eso.", await second.SaysAsync("1"));
    }

    [Theory]
    [InlineData("2", LikeVerdict.Apart)]
    [InlineData("3", LikeVerdict.Unsure)]
    public async Task Said_to_be_apart_or_not_known_it_is_not_asked_again(string digit, LikeVerdict verdict)
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, _) = await PeopleAsync(line);
        await TellAsync(line, 2);
        await line.PassAsync(TimeSpan.FromHours(7));

        await clara.SaysAsync(CodeIn(clara.Unasked.Single(IsNotice)));
        await clara.SaysAsync(digit);
        await line.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(verdict, Assert.Single(await line.RunAsync(line.Get<ILikenessStore>().All)).Verdict);
        Assert.Single(clara.Unasked, IsNotice);
        Assert.All(await line.TipsAsync(), tip => Assert.False(tip.IsOver));
    }

    [Fact]
    public async Task It_stands_among_what_waits_for_her()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, _) = await PeopleAsync(line);
        await TellAsync(line, 2);
        await line.PassAsync(TimeSpan.FromHours(7));

        Assert.Contains(CodeIn(clara.Unasked.Single(IsNotice)), await clara.SaysAsync("avisos"));
    }

    [Fact]
    public async Task Whoever_is_excluded_from_one_of_them_sees_what_she_would_see_without_it()
    {
        var with = await ScreenOfExcludedAsync(thirdTip: true);
        var without = await ScreenOfExcludedAsync(thirdTip: false);

        Assert.Contains(with, s => s.StartsWith("2 avisos: CODE Tarabuco", StringComparison.Ordinal));
        Assert.Equal(without, with);
    }

    [Fact]
    public async Task A_flood_of_tips_of_one_place_is_no_group()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, _) = await PeopleAsync(line);
        await TellAsync(line, LikeGroups.MostTips + 1);

        await line.PassAsync(TimeSpan.FromHours(7));

        Assert.DoesNotContain(clara.Unasked, IsNotice);
    }

    // Clara is named in the third tip alone: two others are hers to see.
    private static async Task<List<string>> ScreenOfExcludedAsync(bool thirdTip)
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, ana) = await PeopleAsync(line);
        // Routing is held fixed: whoever is asked first takes it.
        await TellAsync(line, 1);
        await ana.AnswersAsync("1");
        await line.PassAsync(TimeSpan.FromMinutes(50));
        if (thirdTip)
        {
            await line.Stranger().ReportsAsync("tarabuco", Told, keepAway: "clara rojas");
            await ana.AnswersAsync("1");
        }
        await line.PassAsync(TimeSpan.FromMinutes(50));
        await TellAsync(line, 1);
        await ana.AnswersAsync("1");
        await line.PassAsync(TimeSpan.FromHours(30));
        await clara.SaysAsync("avisos");
        await clara.SaysAsync(CodeIn(clara.Unasked.Last(IsNotice)));
        await clara.SaysAsync("1");
        await line.PassAsync(TimeSpan.FromHours(30));
        return [.. clara.Screen.Select(s => CodePattern().Replace(s, "CODE"))];
    }

    private static async Task<(Person Clara, Person Ana)> PeopleAsync(TestLine line)
    {
        var clara = await line.Coordinator("Clara Rojas").Of("Red").OnFileAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").Of("Casa").OnFileAsync();
        var berta = await line.Defender("Berta Choque").In("BO-01").Of("Casa").OnFileAsync();
        Assert.NotSame(ana, berta);
        return (clara, ana);
    }

    private static async Task TellAsync(TestLine line, int people)
    {
        for (var i = 0; i < people; i++)
        {
            await line.Stranger().ReportsAsync("tarabuco", Told);
        }
    }

    private static bool IsNotice(string text) => text.Contains("de lo mismo", StringComparison.Ordinal);

    private static string CodeIn(string text) => CodePattern().Matches(text)[^1].Value;

    [GeneratedRegex("[CDFGHJKLMNPRTVWX]{2}[2-9]{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePattern();
}
