using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>The word after which the thread is a page of a farming calendar.</summary>
public sealed class CoverTests
{
    private const string November = "calendar.bo_11";

    private static readonly FlowBook Book = FlowBookLoader.Load(Repository.Flows).Book!;

    /// <summary>What somebody tries who has just taken the phone out of her hand.</summary>
    private static readonly string[] Tries =
    [
        "hola", "MENU", "quien es?", "3", "AYUDA", "persona", "mi caso", "mis datos", "repetir", "atras", "idioma", "quechua", "contesten",
        "1", "si", "mi palabra", "me revisan el celular", "avisos", "VER MENSAJE", "123-456-7890", "por que le escriben a mi mujer, quienes son ustedes",
    ];

    private static Talk Telling() => new Talk(Book).Send("contar algo").Send("2").Send("2").Send("Sucre").Send("mi vecina no sale nunca de la casa");

    private static Talk WithOwn(string word, string notices = "2") => new Talk(Book).Send("hola").Send("mi palabra").Send("1").Send(notices).Send(word);

    [Theory]
    [InlineData("CALENDARIO")]
    [InlineData("calendario")]
    [InlineData("Calendario.")]
    [InlineData("calendaro")]
    public void In_the_middle_of_a_report_the_word_leaves_a_page_of_the_month_and_nothing_else(string word)
    {
        var talk = new Talk(Book).Send("hola").Send("3").Send(word);

        Assert.Equal([November], talk.Prompts);
        Assert.Empty(talk.Session.Runs);
        Assert.Empty(talk.Session.LastSaid);
        Assert.Empty(talk.Session.Kept);
    }

    [Fact]
    public void What_she_had_not_agreed_to_send_is_not_sent()
    {
        var talk = Telling().Send("calendario");

        Assert.Equal(["cover"], talk.Effects.Select(e => e.Name).Where(e => e is "submit_tip" or "cover"));
        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void What_she_agreed_to_is_sent_in_silence_as_with_SALIR()
    {
        var talk = new Talk(Book).Send("contar algo").Send("2").Send("1").Send("Sucre").Send("mi vecina no sale nunca de la casa").Send("calendario");

        Assert.Equal(["submit_tip", "cover"], talk.Effects.Select(e => e.Name).Where(e => e is "submit_tip" or "cover"));
        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void In_a_story_the_word_does_nothing()
    {
        var talk = new Talk(Book).Send("contar algo").Send("2").Send("2").Send("Sucre").Send("en el calendario de la pared marca los dias que no la deja salir");

        Assert.DoesNotContain("calendar", talk.Prompts.Select(p => p.Split('.')[0]));
    }

    [Fact]
    public void A_long_silence_does_not_hold_the_word_back()
    {
        var talk = Telling().After(TimeSpan.FromHours(2)).Send("calendario");

        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void The_word_is_never_limited()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(2) } };
        talk.Send("hola").Send("3").Send("2").Send("calendario");

        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void Whoever_holds_the_phone_then_finds_a_calendar_whatever_he_tries()
    {
        var talk = Telling().Send("calendario");

        Assert.All(Tries, tried => Assert.All(talk.Send(tried).Prompts, p => Assert.StartsWith("calendar.", p)));
        Assert.Empty(talk.Session.Runs);
        Assert.Empty(talk.Session.Kept);
        Assert.Equal(["cover"], talk.Effects.Select(e => e.Name).Where(e => e is not ("discard_tip" or "keep_away")));
    }

    [Fact]
    public void He_reads_the_same_whether_she_was_a_stranger_or_had_told_a_case_or_has_a_word_of_her_own()
    {
        Talk[] all = [new Talk(Book), Telling(), WithOwn("pelusa"), new Talk(Book) { IsResponder = true }.Send("hola")];
        foreach (var talk in all)
        {
            talk.Send("calendario");
        }

        foreach (var tried in Tries.Append("calendario").Append("9").Append("13"))
        {
            Assert.Single(all.Select(t => t.Send(tried).Said).Distinct());
        }
    }

    [Fact]
    public void A_day_or_a_month_later_it_is_a_calendar_still()
    {
        var talk = Telling().Send("calendario");

        Assert.Equal(["calendar.months"], talk.After(TimeSpan.FromDays(2)).Send("hola").Prompts);
        Assert.Equal(["calendar.months"], talk.After(TimeSpan.FromDays(30)).Send("hola").Prompts);
    }

    [Theory]
    [InlineData("BO", "2", "calendar.bo_2")]
    [InlineData("GT", "5", "calendar.gt_5")]
    [InlineData("GT", "mayo", "calendar.gt_5")]
    [InlineData("BO", "doce", "calendar.bo_12")]
    [InlineData("BO", "13", "calendar.months")]
    [InlineData("BO", "0", "calendar.months")]
    [InlineData(null, "2", "calendar.always")]
    public void A_month_is_shown_by_its_number_or_its_name(string? country, string asked, string page)
    {
        var talk = new Talk(Book) { Country = country }.Send("calendario").Send(asked);

        Assert.Equal([page], talk.Prompts);
    }

    [Fact]
    public void The_month_is_that_of_the_day_where_she_is()
    {
        var talk = new Talk(Book) { Now = new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.Zero) }.Send("calendario");

        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void A_language_without_the_calendar_is_not_told_that_it_has_none()
    {
        var talk = new Talk(Book).Send("hola").Send("idioma").Send("2").Send("calendario");

        Assert.Equal([November], talk.Prompts);
        Assert.Equal(["calendar.months"], talk.Send("hola").Prompts);
    }

    [Fact]
    public void Nobody_is_told_that_too_much_was_written_or_that_it_is_kept()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { Pace = new PaceLimits(5) } }.Send("calendario");
        var said = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            said.AddRange(talk.After(TimeSpan.FromSeconds(-20)).Send($"contesta {i}").Prompts);
        }

        Assert.Equal(["calendar.months"], said.Distinct());
        Assert.InRange(said.Count, 3, 5);
    }

    [Theory]
    [InlineData("calendario calendario")]
    [InlineData("Calendario, CALENDARIO")]
    public void The_word_twice_leads_back(string back)
    {
        var talk = Telling().Send("calendario").Send("hola").Send(back);

        Assert.Equal(["shared.over"], talk.Prompts);
        Assert.Equal("uncover", talk.Effects[^1].Name);
        Assert.StartsWith("welcome.", talk.Send("hola").At);
    }

    [Fact]
    public void The_word_once_more_shows_the_page_once_more()
    {
        var talk = Telling().Send("calendario").Send("calendario");

        Assert.Equal([November], talk.Prompts);
        Assert.Single(talk.Effects, e => e.Name == "cover");
    }

    [Theory]
    [InlineData("PELIGRO")]
    [InlineData("auxilio")]
    [InlineData("me está pegando ayudenme por favor")]
    public void A_cry_for_help_always_leads_to_help_and_lifts_nothing(string cry)
    {
        var talk = Telling().Send("calendario").Send(cry);

        Assert.StartsWith("danger.offer", Assert.Single(talk.Prompts));
        talk.Send("1").Send("Tarabuco");
        Assert.DoesNotContain("calendar", talk.Prompts.Select(p => p.Split('.')[0]));
        Assert.Contains("raise_alert", talk.Effects.Select(e => e.Name));
        Assert.DoesNotContain("uncover", talk.Effects.Select(e => e.Name));
        Assert.True(talk.Session.Cover.IsOn);
    }

    [Theory]
    [InlineData("MENU")]
    [InlineData("mi caso")]
    [InlineData("mis datos")]
    [InlineData("VER MENSAJE")]
    [InlineData("despues")]
    [InlineData("123-456-7890")]
    [InlineData("codigo 123-456-7890")]
    [InlineData("mi palabra")]
    [InlineData("contar algo")]
    [InlineData("aprender")]
    public void Within_the_help_he_comes_by_nothing_that_is_held(string tried)
    {
        var talk = Telling().Send("calendario").Send("PELIGRO").Send(tried);

        Assert.Subset(new HashSet<string> { "danger", "shared" }, talk.Prompts.Select(p => p.Split('.')[0]).ToHashSet());
        Assert.Subset(new HashSet<string> { "discard_tip", "cover" }, talk.Effects.Select(e => e.Name).ToHashSet());
    }

    [Fact]
    public void When_the_help_has_ended_the_calendar_is_back()
    {
        var talk = Telling().Send("calendario").Send("PELIGRO").Send("1");
        talk.Send("2").Send("Sucre").Send("1").Send("no la dejan salir de la casa").Send("1").Send("2").Send("0").Send("0");

        Assert.Equal("-", talk.At);
        Assert.Equal(["calendar.months"], talk.Send("repetir").Prompts);
        Assert.Empty(talk.Session.Kept);
        Assert.Equal(["shared.over"], talk.Send("calendario calendario").Prompts);
    }

    [Fact]
    public void After_a_quarter_of_an_hour_whoever_writes_reads_the_calendar_and_what_she_agreed_to_is_sent()
    {
        var talk = Telling().Send("calendario").Send("PELIGRO").Send("1").Send("1").Send("Sucre").Send("1").Send("no la dejan salir de la casa");

        talk.After(TimeSpan.FromMinutes(16)).Send("hola");

        Assert.Equal([November], talk.Prompts);
        Assert.Equal("submit_tip", talk.Effects[^2].Name);
        Assert.Equal("-", talk.At);
        Assert.Contains(talk.Events, e => e is GlobalWord { Concept: "calendar" });
    }

    [Theory]
    [InlineData("PELIGRO")]
    [InlineData("me está pegando ayudenme por favor")]
    public void After_a_quarter_of_an_hour_a_cry_leads_to_help_again(string cry)
    {
        var talk = Telling().Send("calendario").Send("PELIGRO").Send("2").After(TimeSpan.FromMinutes(16)).Send(cry);

        Assert.StartsWith("danger.", talk.Prompts[0]);
        Assert.True(talk.Session.Cover.IsOn);
    }

    [Fact]
    public void SALIR_in_the_help_leaves_the_calendar()
    {
        var talk = Telling().Send("calendario").Send("PELIGRO").Send("salir");

        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void A_responder_who_is_back_is_told_that_she_was_asked_nothing()
    {
        var talk = new Talk(Book) { IsResponder = true }.Send("hola").Send("calendario").Send("calendario calendario");

        Assert.Equal(["shared.over_responder"], talk.Prompts);
    }

    [Theory]
    [InlineData("ALTO", "shared.stop")]
    [InlineData("ALTA", "shared.start")]
    public void What_a_carrier_must_obey_is_obeyed_and_the_calendar_stays(string word, string prompt)
    {
        var talk = Telling().Send("calendario").Send(word);

        Assert.Equal([prompt], talk.Prompts);
        Assert.Equal(["calendar.months"], talk.Send("hola").Prompts);
    }

    [Fact]
    public void BORRAR_takes_her_word_and_the_calendar_with_all_the_rest()
    {
        var talk = WithOwn("pelusa").Send("pelusa").Send("BORRAR");

        Assert.Equal(["shared.erase"], talk.Prompts);
        Assert.Equal(Session.Stranger, talk.Session with { Version = 0, Runs = Session.Stranger.Runs, Kept = Session.Stranger.Kept, LastSaid = Session.Stranger.LastSaid, Links = Session.Stranger.Links });
        Assert.StartsWith("welcome.", talk.Send("pelusa").Prompts[^1]);
    }

    [Theory]
    [InlineData("pelusa")]
    [InlineData("PELUSA!")]
    [InlineData(" Pelúsa ")]
    public void Her_own_word_does_it_anywhere(string word)
    {
        var talk = WithOwn("Pelusa");
        Assert.Equal("own_word.kept", talk.Prompts[0]);
        Assert.DoesNotContain("elusa", talk.Said, StringComparison.OrdinalIgnoreCase);

        talk.Send("contar algo").Send("2").Send("2").Send(word);

        Assert.Equal([November], talk.Prompts);
    }

    [Fact]
    public void Her_own_word_in_a_story_does_nothing()
    {
        var talk = WithOwn("pelusa").Send("contar algo").Send("2").Send("2").Send("Sucre").Send("a su perra pelusa la dejaron sin comer y a ella tambien");

        Assert.DoesNotContain("calendar", talk.Prompts.Select(p => p.Split('.')[0]));
    }

    [Fact]
    public void With_a_word_of_her_own_only_that_leads_back()
    {
        var talk = WithOwn("pelusa").Send("calendario");

        Assert.Equal([November], talk.Send("calendario calendario").Prompts);
        Assert.Equal(["shared.over"], talk.Send("pelusa pelusa").Prompts);
    }

    [Fact]
    public void The_word_is_the_host_s_to_judge_and_no_frame_keeps_it()
    {
        var talk = new Talk(Book).Outcome("choose_word", "common").Send("hola").Send("mi palabra").Send("1").Send("2").Send("vecina");

        Assert.Equal("own_word.choose_again", talk.At);
        Assert.DoesNotContain("word", talk.Session.Runs[""].Frames[^1].Values.Keys);
        talk.Send("0").Send("contar algo").Send("2").Send("2").Send("vecina");
        Assert.DoesNotContain("calendar", talk.Prompts.Select(p => p.Split('.')[0]));
    }

    [Theory]
    [InlineData("1", "yes")]
    [InlineData("2", "no")]
    public void Whether_she_is_told_meanwhile_is_her_choice(string answer, string notices)
    {
        var talk = WithOwn("pelusa", answer).Send("pelusa");

        Assert.Equal(notices, talk.Effects.Single(e => e.Name == "cover").With["notices"].Text);
    }

    [Theory]
    [InlineData("pelussa")]
    [InlineData("plusa")]
    [InlineData("Peluas")]
    public void A_slip_in_her_own_word_is_no_slip_in_the_calendar(string word)
    {
        var talk = WithOwn("pelusa").Send("contar algo").Send(word);

        Assert.Equal([November], talk.Prompts);
        Assert.Equal(["shared.over"], talk.Send($"pelusa {word}").Prompts);
    }

    [Theory]
    [InlineData("pelusas negras")]
    [InlineData("peluda")]
    public void Where_anything_can_be_told_only_her_word_as_it_is_counts(string told)
    {
        var talk = WithOwn("pelusa").Send("contar algo").Send("2").Send("2").Send(told);

        Assert.DoesNotContain("calendar", talk.Prompts.Select(p => p.Split('.')[0]));
    }

    [Fact]
    public void Another_word_is_chosen_with_the_old_one()
    {
        var talk = WithOwn("pelusa").Outcome("choose_word", "old").Send("mi palabra").Send("1").Send("2").Send("relampago");
        Assert.Equal(["own_word.old"], talk.Prompts);

        talk.Outcome("choose_word", "ok").Send("pelusa pelusa");

        Assert.Equal("own_word.kept", talk.Prompts[0]);
        Assert.Equal("pelusa pelusa", talk.Effects[^1].With["old"].Text);
        Assert.Equal([November], talk.Send("relampago").Prompts);
    }

    [Fact]
    public void Who_does_not_know_the_old_one_leaves_it_as_it_was()
    {
        var talk = WithOwn("pelusa").Outcome("choose_word", "old").Send("mi palabra").Send("1").Send("2").Send("relampago").Send("0");

        Assert.Equal("own_word.as_it_was", talk.Prompts[0]);
        Assert.Equal([November], talk.Send("pelusa").Prompts);
    }

    [Fact]
    public void Under_the_calendar_no_word_is_chosen()
    {
        var talk = Telling().Send("calendario").Send("PELIGRO").Send("mi palabra").Send("1").Send("1").Send("relampago");

        Assert.DoesNotContain("choose_word", talk.Effects.Select(e => e.Name));
    }
}
