using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class LadderTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    [Fact]
    public void First_gently_then_an_example_then_a_person()
    {
        var talk = new Talk(Book).Send("hola").Send("xxq");
        Assert.Equal(["shared.unclear", "welcome.hello"], talk.Prompts);

        talk.Send("yyq");
        Assert.Equal("Por ejemplo: 1. 1 Aprender 2 Contar algo", talk.Said);

        talk.Send("zzq");
        Assert.Equal(["shared.offer_person"], talk.Prompts);
        Assert.Equal("person.agree", talk.Send("1").At);
    }

    [Fact]
    public void Without_an_example_the_gentler_words_come_before_the_question()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("xxq").Send("yyq");

        Assert.Equal(["shared.unclear_again", "report.danger_now"], talk.Prompts);
    }

    [Fact]
    public void Declining_the_person_asks_the_question_again()
    {
        var talk = new Talk(Book).Send("hola").Send("xxq").Send("yyq").Send("zzq").Send("no");

        Assert.Equal(["welcome.hello"], talk.Prompts);
        Assert.Equal(0, talk.Session.Pace.NotUnderstood);
    }

    [Fact]
    public void An_answer_to_the_question_still_counts_while_a_person_is_offered()
    {
        var talk = new Talk(Book).Send("hola").Send("xxq").Send("yyq").Send("zzq").Send("aprender");

        Assert.Equal(["welcome.learned"], talk.Prompts);
    }

    [Fact]
    public void An_understood_answer_begins_the_ladder_anew()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("xxq").Send("yyq").Send("2").Send("xxq");

        Assert.Equal(["shared.unclear", "report.agree"], talk.Prompts);
    }

    [Fact]
    public void Saying_that_one_does_not_understand_brings_the_example_at_once()
    {
        var talk = new Talk(Book).Send("hola").Send("no entiendo");

        Assert.Equal("Por ejemplo: 1. 1 Aprender 2 Contar algo", talk.Said);
    }

    [Fact]
    public void Zero_on_a_question_that_is_needed_says_so()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("0");

        Assert.Equal(["shared.cannot_skip", "report.danger_now"], talk.Prompts);
    }

    [Fact]
    public void Thanks_in_the_middle_are_no_mistake()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("gracias");

        Assert.Equal(["report.danger_now"], talk.Prompts);
        Assert.Equal(0, talk.Session.Pace.NotUnderstood);
    }
}
