using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class GlobalWordsTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    private static Talk AtWhere() => new Talk(Book).Send("quiero denunciar").Send("2").Send("1");

    private static Talk AtStory() => AtWhere().Send("Sucre");

    [Fact]
    public void Help_is_said_and_the_question_stays()
    {
        var talk = new Talk(Book).Send("hola").Send("AYUDA");

        Assert.Equal(["shared.help", "welcome.hello"], talk.Prompts);
        Assert.Equal("welcome.hello", talk.At);
    }

    [Theory]
    [InlineData("PELIGRO")]
    [InlineData("auxilio")]
    [InlineData("socorro")]
    public void Danger_is_laid_over_what_is_open_and_gone_back_from(string word)
    {
        var talk = AtWhere().Send(word);
        Assert.Equal("danger.offer", talk.At);

        talk.Send("2");
        Assert.Equal(["report.where"], talk.Prompts);
        Assert.Equal("report.where", talk.At);
    }

    [Fact]
    public void Danger_is_one_message_away_for_a_stranger()
    {
        var talk = new Talk(Book).Send("peligro").Send("1");

        Assert.Equal(["raise_alert"], talk.Effects.Select(e => e.Name));
        Assert.Contains("danger.told", talk.Prompts);
    }

    [Fact]
    public void What_danger_is_told_of_the_place_goes_along_and_comes_back()
    {
        var talk = AtStory().Send("peligro").Send("1");

        Assert.Equal("BO-010101", talk.Effects[^1].With["where"].Text);
        Assert.Equal("yes", talk.Session.Runs[""].Frames[0].Values["raised"].Text);
        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void Nine_calls_a_person_and_the_question_is_gone_back_to()
    {
        var talk = AtWhere().Send("9");
        Assert.Equal("person.agree", talk.At);

        talk.Send("sí");
        Assert.Equal(["ask_person"], talk.Effects.Select(e => e.Name));
        Assert.Equal(["person.noted", "report.where"], talk.Prompts);
    }

    [Fact]
    public void Where_a_number_or_a_code_is_asked_nine_is_the_answer_and_the_word_calls_a_person()
    {
        var book = SmallFlows.With(
            "q: {ask: number, into: n, then: c}\nc: {ask: code, digits: 1, into: c, then: done}\ndone: {say: done, ends: true}",
            "q: ¿Cuántas?\nc: ¿Código?\ndone: \"{n} {c}\"",
            "starts_on: [follow_up]\nremembers: {n: {kind: number, privacy: open}, c: {kind: code, privacy: open}}");
        var talk = new Talk(book).Enter("", "test", null, null).Send("9").Send("9");
        Assert.Equal("9 9", talk.Said);

        talk.Enter("", "test", null, null).Send("persona");
        Assert.Equal("person.agree", talk.At);
    }

    [Theory]
    [InlineData("alto", "opt_out", "shared.stop")]
    [InlineData("BAJA", "opt_out", "shared.stop")]
    [InlineData("Stop", "opt_out", "shared.stop")]
    [InlineData("ya no quiero, gracias", "opt_out", "shared.stop")]
    [InlineData("ALTA", "opt_in", "shared.start")]
    [InlineData("mis datos", "my_data", "shared.my_data")]
    public void A_word_that_is_only_an_effect_asks_for_it_and_says_its_sentence(string word, string effect, string prompt)
    {
        var talk = new Talk(Book).Send("hola").Send(word);

        Assert.Equal([effect], talk.Effects.Select(e => e.Name));
        Assert.Equal([prompt], talk.Prompts);
        Assert.Equal("welcome.hello", talk.At);
    }

    [Theory]
    [InlineData("el alto")]
    [InlineData("Alta Verapaz")]
    public void A_place_that_holds_a_word_is_a_place(string place)
    {
        var talk = AtWhere().Send(place);

        Assert.Empty(talk.Effects);
        Assert.Equal("report.what", talk.At);
    }

    [Theory]
    [InlineData("no la dejan salir")]
    [InlineData("la señora dice que es baja y no la dejan")]
    [InlineData("ella dice ya no quiero trabajar ahi")]
    public void A_story_that_holds_a_word_is_a_story(string story)
    {
        var talk = AtStory().Send(story);

        Assert.Empty(talk.Effects);
        Assert.Equal("report.confirm", talk.At);
        Assert.Equal(story, talk.Session.Runs[""].Frames[^1].Values["what"].Text);
    }

    [Fact]
    public void A_bare_alto_in_answer_to_where_is_asked_about()
    {
        var talk = AtWhere().Send("ALTO");
        Assert.Equal("stop_or_place 1 El Alto 2 basta", talk.Said);
        Assert.Empty(talk.Effects);

        var stops = AtWhere().Send("ALTO").Send("2");
        Assert.Equal(["opt_out"], stops.Effects.Select(e => e.Name));

        talk.Send("1");
        Assert.Equal("BO-020105", talk.Session.Runs[""].Frames[^1].Values["where"].Text);
        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void A_second_alto_stops()
    {
        var talk = AtWhere().Send("ALTO").Send("ALTO");

        Assert.Equal(["opt_out"], talk.Effects.Select(e => e.Name));
    }

    [Fact]
    public void Erasing_leaves_a_stranger()
    {
        var talk = AtStory().Send("mi vecina no sale nunca de la casa").Send("BORRAR");

        Assert.Equal(["erase"], talk.Effects.Select(e => e.Name));
        Assert.Equal(["shared.erase"], talk.Prompts);
        Assert.Equal(SessionJson.Write(Session.Stranger), SessionJson.Write(talk.Session));
        Assert.Null(talk.WakeAt);
    }

    [Theory]
    [InlineData("BORRAR 123-456-7890", "1234567890")]
    [InlineData("borrar 123", "123")]
    [InlineData("Borrar xyz", "0")]
    public void Erasing_with_a_code_has_one_answer_whatever_the_code(string text, string code)
    {
        var talk = new Talk(Book).Send(text);

        Assert.Equal(["erase_tip"], talk.Effects.Select(e => e.Name));
        Assert.Equal(code, talk.Effects[0].With["code"].Text);
        Assert.Equal(["shared.erase_code"], talk.Prompts);
    }

    [Fact]
    public void Menu_is_laid_over_and_choosing_what_is_open_goes_back_to_it()
    {
        var talk = AtWhere().Send("MENU");
        Assert.Equal("welcome.hello", talk.At);

        talk.Send("2");
        Assert.Equal("report.where", talk.At);
        Assert.Equal(["report.where"], talk.Prompts);
    }

    [Fact]
    public void Menu_ends_what_is_open_but_a_report()
    {
        var talk = AtWhere().Send("IDIOMA");
        Assert.Equal("language.choose", talk.At);

        talk.Send("MENU");

        Assert.Equal(["report", "welcome"], talk.Session.Runs[""].Frames.Select(f => f.Flow));
        Assert.Equal("report.where", talk.Send("ATRAS").At);
    }

    [Fact]
    public void After_a_report_nothing_older_is_asked()
    {
        var talk = new Talk(Book).Outcome("submit_tip", "ok", ("code", "123-456-7890"))
            .Send("9").Send("quiero denunciar").Send("2").Send("1").Send("Sucre").Send("no la dejan salir");
        Assert.Equal("report.confirm", talk.At);

        talk.Send("1");

        Assert.Equal(["report.receipt"], talk.Prompts);
        Assert.Equal("-", talk.At);
    }

    [Fact]
    public void Back_goes_to_the_question_before_and_says_so_at_the_first()
    {
        var talk = AtWhere().Send("ATRAS");
        Assert.Equal("report.agree", talk.At);

        talk.Send("atrás").Send("atras");
        Assert.Equal(["shared.back_none", "report.danger_now"], talk.Prompts);
    }

    [Fact]
    public void Back_leads_out_of_a_flow_that_was_laid_over()
    {
        var talk = AtWhere().Send("9").Send("ATRAS");

        Assert.Equal(["report.where"], talk.Prompts);
        Assert.Equal(["report"], talk.Session.Runs[""].Frames.Select(f => f.Flow));
    }

    [Fact]
    public void There_is_no_way_back_over_an_effect()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("1").Send("ATRAS");

        Assert.Equal(["shared.back_none", "report.agree"], talk.Prompts);
        Assert.Single(talk.Effects);
    }

    [Fact]
    public void Repeat_says_the_last_answer_again_letter_for_letter()
    {
        var talk = AtStory();
        var said = talk.Said;

        Assert.Equal(said, talk.Send("REPETIR").Said);
        Assert.Equal("report.what", talk.At);
    }

    [Fact]
    public void Repeat_has_a_sentence_for_a_stranger() =>
        Assert.Equal(["shared.repeat_none"], new Talk(Book).Send("repetir").Prompts);

    [Fact]
    public void Done_outside_a_long_story_says_the_question_again()
    {
        var talk = AtWhere().Send("LISTO");

        Assert.Equal(["report.where"], talk.Prompts);
        Assert.Equal(0, talk.Session.Pace.NotUnderstood);
    }

    [Fact]
    public void Listening_where_there_is_no_audio_says_so() =>
        Assert.Equal(["shared.no_audio"], AtWhere().Send("ESCUCHAR").Prompts);

    [Fact]
    public void A_word_counts_with_courtesy_in_any_case_and_with_a_button()
    {
        Assert.Equal("person.agree", new Talk(Book).Send("hola").Press("person").At);
        Assert.Equal(["shared.help", "welcome.hello"], new Talk(Book).Send("hola").Send("ayuda por favor").Prompts);
    }
}
