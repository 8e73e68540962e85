using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Translating;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>A language goes live flow by flow, its core prompts together.</summary>
public sealed class LiveLevelTests
{
    private const string YesNo = "  yes_no: {text: \"1 Ari 2 Mana\", status: approved}\n";

    private static readonly string[] Core = ["danger_now", "agree", "where", "what", "confirm", "receipt"];

    private static FlowBook Book(string shared, Func<string, string> statusOf, params string[] without) => SmallFlows.Book(
        ("shared/qu.yaml", "language: qu\nprompts:\n  language_name: Qhichwa\n" + shared),
        ("report/qu.yaml", "language: qu\nprompts:\n" + string.Concat(Core.Append("where_got").Except(without).Select(p => $"  {p}: {{text: \"qu-{p}{Needed(p)}\", status: {statusOf(p)}}}\n"))));

    private static string Needed(string prompt) => prompt switch { "danger_now" or "agree" or "confirm" => " {yes_no}", "where_got" => " {where}", "receipt" => " {code}", _ => "" };

    private static Talk Talking(FlowBook book, ReviewStatus goLive)
    {
        var talk = new Talk(book);
        talk.Line = talk.Line with { GoLive = goLive, MarkDrafts = false };
        talk.Session = talk.Session with { Language = LanguageTag.Quechua };
        return talk;
    }

    [Fact]
    public void Where_all_core_prompts_have_reached_the_level_the_flow_is_in_her_language()
    {
        var book = Book(YesNo, _ => "approved");
        var talk = Talking(book, ReviewStatus.Approved).Send("hola").Send("2");

        Assert.Equal(ReviewStatus.Approved, book.Compile("report", LanguageTag.Quechua).LiveUpTo);
        Assert.Contains("qu-danger_now 1 Ari 2 Mana", talk.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("receipt")]
    [InlineData("what")]
    public void One_core_prompt_below_the_level_keeps_all_of_the_flow_in_Spanish(string draft)
    {
        var book = Book(YesNo, p => p == draft ? "draft" : "approved");

        Assert.DoesNotContain("qu-", Talking(book, ReviewStatus.Translated).Send("hola").Send("2").Said, StringComparison.Ordinal);
        Assert.Contains("qu-danger_now", Talking(book, ReviewStatus.Draft).Send("hola").Send("2").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_core_prompt_without_words_keeps_the_flow_in_Spanish_but_for_demonstrations()
    {
        var book = Book(YesNo, _ => "approved", without: "receipt");

        Assert.DoesNotContain("qu-", Talking(book, ReviewStatus.Translated).Send("hola").Send("2").Said, StringComparison.Ordinal);
        Assert.Contains("qu-danger_now", Talking(book, ReviewStatus.Draft).Send("hola").Send("2").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_never_shows_yes_and_no_in_another_language_than_its_own()
    {
        var book = Book(YesNo.Replace("approved", "draft", StringComparison.Ordinal), _ => "approved");
        var talk = Talking(book, ReviewStatus.Approved).Send("hola").Send("2");

        Assert.DoesNotContain("qu-", talk.Said, StringComparison.Ordinal);
        Assert.Contains("1 Si 2 No", talk.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_core_prompt_goes_live_by_itself_and_not_before_the_core()
    {
        Assert.Equal((6, 6), Shown(Book(YesNo, p => p == "where_got" ? "draft" : "approved")));
        Assert.Equal((6, 7), Shown(Book(YesNo, _ => "approved")));
        Assert.Equal((0, 0), Shown(Book(YesNo, p => p == "where_got" ? "approved" : "draft")));
    }

    [Theory]
    [InlineData("from: GATITOS, ", true)]
    [InlineData("", false)]
    public void The_notice_is_said_in_her_language_too_where_its_words_are_attested(string from, bool isSaid)
    {
        var book = Book($"  not_in_language: {{text: \"mana {{language}}pi\", {from}status: draft}}\n", _ => "draft");
        Assert.Equal(isSaid, Talking(book, ReviewStatus.Approved).Send("hola").Said.Contains("mana Qhichwapi", StringComparison.Ordinal));
    }

    private static (int Core, int All) Shown(FlowBook book)
    {
        var report = Coverage.Of(book, LanguageTag.Quechua, ReviewStatus.Approved).Single(c => c.Flow == "report");
        return (report.CoreShown, report.Shown);
    }
}
