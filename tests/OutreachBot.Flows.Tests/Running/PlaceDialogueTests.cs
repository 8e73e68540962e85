using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class PlaceDialogueTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    private static Talk AtWhere() => new Talk(Book).Send("quiero denunciar").Send("2").Send("1");

    private static RememberedAnswer? Where(Talk talk) => talk.Session.Runs[""].Frames[0].Values.GetValueOrDefault("where");

    [Fact]
    public void A_certain_place_is_echoed_and_not_asked_about()
    {
        var talk = AtWhere().Send("cerca de Tarabuco, en la escuela");

        Assert.Equal(["report.where_got", "report.what"], talk.Prompts);
        Assert.StartsWith("Anotado: Tarabuco.", talk.Said, StringComparison.Ordinal);
        Assert.Equal(("BO-010601", "cerca de Tarabuco, en la escuela"), (Where(talk)!.Text, Where(talk)!.Said));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("dos")]
    [InlineData("San Pedro, Santa Cruz")]
    public void A_name_of_several_places_is_asked_about_once(string pick)
    {
        var talk = AtWhere().Send("san pedro");
        Assert.Equal("which_place 1 San Pedro, La Paz 2 San Pedro, Santa Cruz", talk.Said);
        Assert.Equal(["San Pedro, La Paz", "San Pedro, Santa Cruz"], talk.Says[0].Options);

        talk.Send(pick);
        Assert.Equal(("BO-070505", "san pedro"), (Where(talk)!.Text, Where(talk)!.Said));
        Assert.Equal("report.what", talk.At);
    }

    /// <summary>A habit from menus: a digit is no name, and a tip without a place reaches fewer.</summary>
    [Fact]
    public void A_lone_digit_is_asked_about_once_and_blocks_nobody()
    {
        var talk = AtWhere().Send("1");
        Assert.Equal(["report.where"], talk.Prompts);
        Assert.Equal("report.where", talk.At);
        Assert.Equal("report.what", talk.Send("Sucre").At);

        Assert.Equal(["shared.place_department"], AtWhere().Send("1").Send("2").Prompts);
        Assert.Equal(["shared.place_department"], AtWhere().Send("Jatun Wasi").Send("4").Prompts);
        Assert.Equal("report.what", AtWhere().Send("Jatun Wasi").Send("4").Send("4").At);
    }

    [Fact]
    public void An_unknown_name_leads_to_the_department()
    {
        var talk = AtWhere().Send("Jatun Wasi");
        Assert.Equal(["shared.place_department"], talk.Prompts);

        talk.Send("Chuquisaca");
        Assert.Equal(("BO-01", "Jatun Wasi, Chuquisaca"), (Where(talk)!.Text, Where(talk)!.Said));
    }

    [Fact]
    public void After_two_tries_it_goes_on_and_keeps_every_word()
    {
        var talk = AtWhere().Send("san pedro").Send("el de abajo").Send("no me acuerdo del nombre");

        Assert.Equal("report.what", talk.At);
        Assert.Equal(("", "san pedro, el de abajo, no me acuerdo del nombre"), (Where(talk)!.Text, Where(talk)!.Said));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("no sé")]
    [InlineData("no se donde es")]
    public void Not_knowing_never_blocks(string text)
    {
        var talk = AtWhere().Send(text);

        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void Skipping_half_way_keeps_what_was_said()
    {
        var talk = AtWhere().Send("Jatun Wasi").Send("0");

        Assert.Equal("Jatun Wasi", Where(talk)!.Said);
        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void A_pin_is_a_place_and_its_exact_spot_is_kept()
    {
        var talk = AtWhere().SendPin(-19.04, -65.26);

        Assert.Equal(("BO-010101", "-19.04000,-65.26000"), (Where(talk)!.Text, Where(talk)!.Said));
    }

    [Fact]
    public void A_place_abroad_goes_its_own_way_with_its_words()
    {
        var talk = AtWhere().Send("se la llevaron a Lima");

        Assert.Equal("se la llevaron a Lima", Where(talk)!.Said);
        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void What_was_said_of_a_place_that_led_nowhere_stays_with_the_place_told_after_it()
    {
        var abroad = Where(AtWhere().Send("se la llevaron a Lima"));

        var kept = Given.Of(ValueKind.Place, "BO-010601", "de Tarabuco").After(abroad);

        Assert.Equal(("BO-010601", "se la llevaron a Lima, de Tarabuco"), (kept.Text, kept.Said));
    }

    [Fact]
    public void A_pin_of_a_phone_that_does_not_know_where_it_is_is_asked_about_and_is_no_place_abroad()
    {
        var talk = AtWhere().SendPin(0, 0);
        Assert.Equal(["shared.place_department"], talk.Prompts);

        talk.Send("Chuquisaca");
        Assert.Equal(("BO-01", "Chuquisaca"), (Where(talk)!.Text, Where(talk)!.Said));
    }

    [Fact]
    public void A_second_empty_pin_goes_on_to_whoever_finds_the_place()
    {
        var talk = AtWhere().SendPin(0, 0).SendPin(0, 0).SendPin(0, 0);

        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void An_empty_pin_that_nobody_asked_for_is_no_place()
    {
        var talk = new Talk(Book).SendPin(0, 0).Send("2").Send("2").Send("1");

        Assert.Equal("report.where", talk.At);
    }

    [Fact]
    public void Which_of_several_is_read_together_with_what_was_said_before()
    {
        var talk = AtWhere().Send("san pedro").Send("oruro");

        Assert.Equal(("BO-041301", "san pedro, oruro"), (Where(talk)!.Text, Where(talk)!.Said));
    }

    [Fact]
    public void A_voice_note_in_answer_to_where_is_kept_as_the_answer()
    {
        var talk = AtWhere().SendVoice("v7");

        Assert.Equal("v7", Assert.Single(Where(talk)!.Attachments).Handle);
        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void A_place_that_is_known_is_not_asked()
    {
        var talk = new Talk(Book).Enter("", "report", "where", null, ("where", "BO-010101"));

        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void A_pin_sent_first_is_the_place_of_the_report()
    {
        var talk = new Talk(Book).SendPin(-19, -65).Send("2").Send("2").Send("1");

        Assert.Equal("report.what", talk.At);
        Assert.Equal("BO-010101", Where(talk)!.Text);
    }

    [Fact]
    public void The_question_of_the_dialogue_is_said_again_not_the_first_one()
    {
        var talk = AtWhere().Send("san pedro").Send("AYUDA");

        Assert.Equal(["shared.help", "shared.which_place"], talk.Prompts);
    }
}
