using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class PaceTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    [Fact]
    public void The_third_identical_text_within_ten_minutes_gets_no_answer()
    {
        var talk = new Talk(Book).Send("hola").Send("hola");
        Assert.NotEmpty(talk.Says);

        Assert.Empty(talk.Send("hola").Says);
        Assert.NotEmpty(talk.After(TimeSpan.FromMinutes(10)).Send("hola").Says);
    }

    [Fact]
    public void After_that_every_tenth_is_answered()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(1000) } };
        var answered = Enumerable.Range(1, 24).Where(_ => talk.After(TimeSpan.FromSeconds(-15)).Send("hola").Says.Count > 0).Count();

        // The first two, then the tenth and the twentieth of the twenty-two that are left.
        Assert.Equal(4, answered);
    }

    [Fact]
    public void Answers_are_no_flood_however_often_they_are_the_same()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("1").Send("1").Send("0").Send("0").Send("1");

        Assert.Contains("report.receipt", talk.Prompts);
    }

    [Theory]
    [InlineData("PELIGRO")]
    [InlineData("9")]
    [InlineData("ALTO")]
    [InlineData("SALIR")]
    [InlineData("BORRAR")]
    public void Words_that_may_be_needed_now_are_never_limited(string word)
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(2) } };
        for (var i = 0; i < 7; i++)
        {
            talk.After(TimeSpan.FromSeconds(-19)).Send(word);
            Assert.NotEmpty(talk.Says);
        }
    }

    [Fact]
    public void The_fourth_in_a_row_that_nothing_understands_gets_no_answer_and_then_every_tenth()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(1000) } }.Send("hola");
        var answered = new List<int>();
        for (var i = 1; i <= 24; i++)
        {
            if (talk.Send("xk" + i).Says.Count > 0)
            {
                answered.Add(i);
            }
        }

        Assert.Equal([1, 2, 3, 13, 23], answered);
    }

    [Fact]
    public void Over_the_limit_messages_are_kept_and_answered_once_a_minute()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(3) } }.Send("quiero denunciar");
        var says = new List<string>();
        foreach (var text in new[] { "uno mi tio", "dos se la lleva", "tres a la ciudad", "cuatro el domingo", "cinco en bus" })
        {
            talk.After(TimeSpan.FromSeconds(-19)).Send(text);
            says.Add(string.Join('+', talk.Prompts));
        }

        Assert.Equal("shared.many", says[2]);
        Assert.Equal(["", ""], says[3..]);
        Assert.Contains("cuatro el domingo", talk.Session.Runs[""].Frames[0].Values["what"].Text, StringComparison.Ordinal);
        Assert.NotEmpty(talk.After(TimeSpan.FromMinutes(1)).Send("2").Says);
    }

    [Fact]
    public void Choosing_to_alert_is_never_limited()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(1) } };
        talk.Send("quiero denunciar").After(TimeSpan.FromSeconds(-19)).Send("1");

        Assert.Equal(["raise_alert"], talk.Effects.Select(e => e.Name));
    }

    [Fact]
    public void Only_a_hash_of_the_text_is_counted()
    {
        var session = new Talk(Book).Send("secreto-canario").Session;

        Assert.DoesNotContain("canario", session.Pace.ToString(), StringComparison.Ordinal);
    }
}
