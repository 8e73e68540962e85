using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Translating;

namespace OutreachBot.Flows.Tests.Translating;

public sealed class CoverageTests
{
    private static readonly FlowBook Book = SmallFlows.Book(
        ("welcome/qu.yaml", """
            language: qu
            prompts:
              hello: {text: "Imaynalla {line} {options}", options: {learn: Yachay, tell: Willay}, status: approved, reviewed_by: Rosa, reviewed_on: 2026-11-24}
              learned: {text: "Ari", status: approved, source: "00000000"}
            """),
        ("language/qu.yaml", "language: qu\nprompts:\n  choose: {text: \"Simi {options}\", status: translated, from: Rosa}\n"));

    private static Coverage Of(string? flow, ReviewStatus level) => Coverage.Of(Book, LanguageTag.Quechua, level).Single(c => c.Flow == flow);

    [Fact]
    public void Prompts_are_counted_by_flow_and_status_and_each_once()
    {
        var welcome = Of("welcome", ReviewStatus.Approved);
        Assert.Equal((3, 2, 0, 1, 1), (welcome.Prompts, welcome.Worded, welcome.Draft, welcome.Approved, welcome.Stale));
        Assert.Equal((1, 1, 1, 1, true), (welcome.Core, welcome.CoreWorded, welcome.CoreShown, welcome.Shown, welcome.Live));
    }

    [Theory]
    [InlineData(ReviewStatus.Translated, true)]
    [InlineData(ReviewStatus.CommunityReviewed, false)]
    public void A_flow_is_live_up_to_the_level_of_its_core(ReviewStatus level, bool isLive) => Assert.Equal(isLive, Of("language", level).Live);

    [Theory]
    [InlineData("qu")]
    [InlineData("ay")]
    [InlineData("quc")]
    [InlineData("es")]
    public void On_the_shipped_flows_the_sums_agree_and_Spanish_is_always_said(string tag)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        foreach (var level in Enum.GetValues<ReviewStatus>())
        {
            var all = Coverage.Of(book, language, level);
            Assert.All(all, c => Assert.Equal(c.Worded, c.Draft + c.Translated + c.CommunityReviewed + c.Approved + c.Stale));
            Assert.All(all, c => Assert.True(c.Shown <= c.Worded && c.Worded <= c.Prompts && c.CoreShown <= c.CoreWorded && c.CoreWorded <= c.Core));
            Assert.Equal(all[^1].Prompts, all.SkipLast(1).Sum(c => c.Prompts));
            if (language == LanguageTag.Spanish)
            {
                Assert.Equal((all[^1].Prompts, true), (all[^1].Shown, all[^1].Live));
            }
        }
    }

    [Fact]
    public void Every_core_prompt_is_one_that_Spanish_has()
    {
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        Assert.All(UnitList.FlowsOf(book), f => Assert.Empty(CorePrompts.Of(f).Except(UnitList.WordsOf(book, f, LanguageTag.Spanish).Keys, StringComparer.Ordinal)));
        Assert.NotEmpty(UnitList.FlowsOf(book).SelectMany(CorePrompts.Of));
    }

    [Fact]
    public void The_debt_names_what_is_live_and_what_is_said_in_Spanish_instead()
    {
        var debt = Debt.Of(Book, LanguageTag.Quechua, ReviewStatus.Translated);
        Assert.Equal(["language", "welcome"], debt.Live);
        Assert.Contains("live in language, welcome;", debt.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of them stale", debt.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("live in no flow;", Debt.Of(Book, LanguageTag.Aymara, ReviewStatus.Draft).ToString(), StringComparison.Ordinal);
    }
}
