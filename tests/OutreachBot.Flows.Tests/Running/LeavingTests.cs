using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class LeavingTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    [Fact]
    public void Leaving_says_one_neutral_sentence_and_ends_everything()
    {
        var talk = new Talk(Book).Send("hola").Send("2").Send("SALIR");

        Assert.Equal(["shared.exit"], talk.Prompts);
        Assert.Empty(talk.Session.Runs);
        Assert.Empty(talk.Session.LastSaid);
        Assert.Null(talk.WakeAt);
        Assert.Empty(talk.Effects);
    }

    [Fact]
    public void What_she_agreed_to_have_sent_is_sent_in_silence()
    {
        var talk = new Talk(Book).Outcome("submit_tip", "ok", ("code", "123-456-7890"))
            .Send("quiero denunciar").Send("2").Send("sí").Send("Sucre").Send("mi vecina no sale nunca de la casa").Send("salir");

        Assert.Equal(["submit_tip"], talk.Effects.Select(e => e.Name));
        Assert.Equal("shared.exit", Assert.Single(talk.Prompts));
        Assert.Empty(talk.Session.Runs);
    }

    [Fact]
    public void What_she_did_not_agree_to_is_not_sent()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("no").Send("Sucre").Send("salir");

        Assert.Empty(talk.Effects);
        Assert.Equal(["shared.exit"], talk.Prompts);
    }

    [Fact]
    public void What_lies_over_the_report_is_left_with_it()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("sí").Send("9").Send("SALIR");

        Assert.Equal(["submit_tip"], talk.Effects.Select(e => e.Name));
        Assert.Empty(talk.Session.Runs);
    }

    [Fact]
    public void Nothing_can_be_said_again_after_leaving()
    {
        var talk = new Talk(Book).Outcome("submit_tip", "ok", ("code", "123-456-7890"))
            .Send("quiero denunciar").Send("2").Send("no").Send("0").Send("0").Send("1");
        Assert.Contains("123-456-7890", talk.Said, StringComparison.Ordinal);

        talk.Send("salir").Send("repetir");
        Assert.DoesNotContain("123-456-7890", talk.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void After_leaving_she_begins_anew()
    {
        var talk = new Talk(Book).Send("hola").Send("2").Send("salir").Send("hola");

        Assert.Equal("welcome.hello", talk.At);
    }
}
