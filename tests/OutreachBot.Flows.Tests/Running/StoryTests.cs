using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class StoryTests
{
    private const string Told = "mi vecina no sale nunca de la casa y llora de noche";

    private static readonly FlowBook Book = SmallFlows.Book();

    private static string? What(Talk talk) => talk.Session.Runs[""].Frames[0].Values.GetValueOrDefault("what")?.Text;

    [Fact]
    public void A_strangers_first_message_that_tells_something_is_the_story_of_the_report()
    {
        var talk = new Talk(Book).Send(Told);

        Assert.Equal(["welcome.told", "report.danger_now"], talk.Prompts);
        Assert.Equal(Told, What(talk));
        Assert.Contains(new StoryKept(), talk.Events);
        Assert.Equal("report.confirm", talk.Send("2").Send("2").Send("Sucre").At);
    }

    [Fact]
    public void A_voice_note_first_is_a_story_too()
    {
        var talk = new Talk(Book).SendVoice("v1");

        Assert.Equal("report.danger_now", talk.At);
        Assert.Equal("v1", talk.Session.Runs[""].Frames[0].Values["what"].Attachments[0].Handle);
    }

    [Fact]
    public void A_story_in_answer_to_yes_or_no_is_kept_and_the_question_asked_again()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send(Told);

        Assert.Equal(["shared.story_kept", "report.danger_now"], talk.Prompts);
        Assert.Equal(Told, What(talk));
        Assert.Equal(0, talk.Session.Pace.NotUnderstood);
    }

    [Fact]
    public void A_story_where_the_menu_has_a_way_for_it_goes_there()
    {
        var talk = new Talk(Book).Send("hola").Send(Told);

        Assert.Equal("report.danger_now", talk.At);
        Assert.Equal(Told, What(talk));
    }

    [Fact]
    public void What_stands_beside_an_answer_is_kept_and_the_answer_counts()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("todavía no. el domingo se va con una señora");

        Assert.Equal("report.agree", talk.At);
        Assert.Contains("el domingo se va", What(talk), StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_a_story_is_added_to_it()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("2").Send("0").Send("tiene quince años")
            .Send("y su papá no sabe nada de lo que pasa");

        Assert.Equal("tiene quince años\ny su papá no sabe nada de lo que pasa", What(talk));
        Assert.Equal(["shared.story_kept", "report.confirm"], talk.Prompts);
    }

    [Fact]
    public void A_sign_is_read_out_of_the_story_and_stays()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("2").Send("0").Send("la niña tiene 12 años")
            .Send("y no la dejan ir a la escuela nunca").Send("1");

        Assert.Equal("yes", talk.Effects[^1].With["minor"].Text);
        Assert.Equal(Privacy.Routing, talk.Effects[^1].With["minor"].Privacy);
        Assert.Equal(Privacy.Sealed, talk.Effects[^1].With["story"].Privacy);
    }

    [Fact]
    public void Words_of_danger_in_a_story_keep_it_and_offer_help()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("2").Send("0").Send("le pega y la quiere matar, estamos en peligro");

        Assert.Contains("shared.danger_offer", talk.Prompts);
        Assert.Equal("report.confirm", talk.At);
        Assert.NotNull(What(talk));
    }

    [Fact]
    public void A_long_story_goes_on_until_she_is_done()
    {
        var book = SmallFlows.With(
            "q: {ask: story, into: s, until_done: true, then: got}\ngot: {ask: text, then: end}", "q: Cuente\ngot: \"Listo\"",
            "remembers: {s: {kind: story, privacy: sealed}}");
        var talk = new Talk(book).Enter("", "test", null, null).Send("uno");
        Assert.Equal(["shared.more_story"], talk.Prompts);

        talk.Send("dos").SendVoice("v2").Send("LISTO");
        var story = talk.Session.Runs[""].Frames[0].Values["s"];
        Assert.Equal(("uno\ndos", "v2"), (story.Text, story.Attachments[0].Handle));
        Assert.Equal("test.got", talk.At);
    }

    [Fact]
    public void Done_before_anything_was_told_asks_again()
    {
        var book = SmallFlows.With(
            "q: {ask: story, into: s, until_done: true, then: end}", "q: Cuente", "remembers: {s: {kind: story, privacy: sealed}}");

        Assert.Equal(["test.q"], new Talk(book).Enter("", "test", null, null).Send("LISTO").Prompts);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_acknowledged_and_the_question_stays()
    {
        var talk = new Talk(Book).Send("quiero denunciar")
            .Take(new Message("", [new Attachment(AttachmentKind.Contact, "c1")], null, null));

        Assert.Equal(["shared.media_not_read", "report.danger_now"], talk.Prompts);
    }

    [Fact]
    public void A_voice_note_where_yes_or_no_is_asked_is_kept()
    {
        var talk = new Talk(Book).Send("quiero denunciar").SendVoice("v9");

        Assert.Equal(["shared.story_kept", "report.danger_now"], talk.Prompts);
        Assert.Equal("v9", talk.Session.Runs[""].Frames[0].Values["what"].Attachments[0].Handle);
    }

    [Fact]
    public void A_flood_of_words_is_kept_up_to_a_limit()
    {
        var talk = new Talk(Book).Send("quiero denunciar");
        for (var i = 0; i < 30; i++)
        {
            talk.Send($"parte {i}: " + new string('a', 700) + " y mas y mas y mas");
        }

        Assert.InRange(What(talk)!.Length, 10_000, 12_000);
    }

    [Fact]
    public void A_story_without_a_flow_for_it_waits_for_the_next_one()
    {
        var talk = new Talk(Book).Send("9").Send(Told);
        Assert.Single(talk.Session.Kept);

        talk.Send("2").Send("quiero denunciar");
        Assert.Equal(Told, What(talk));
        Assert.Empty(talk.Session.Kept);
    }

    [Fact]
    public void A_few_words_that_answer_nothing_go_with_the_story()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("don Pablo, el dueño").Send("2").Send("2").Send("0").Send("le pega mucho");

        Assert.Equal("le pega mucho\ndon Pablo, el dueño", What(talk));
        Assert.Empty(talk.Session.Kept);
    }

    [Fact]
    public void A_pin_where_yes_or_no_is_asked_is_the_place()
    {
        var talk = new Talk(Book).Send("quiero denunciar").SendPin(-19.5, -65);

        Assert.Equal(["shared.story_kept", "report.danger_now"], talk.Prompts);
        Assert.Equal("report.what", talk.Send("2").Send("2").At);
        Assert.Equal(("BO-010101", "-19.50000,-65.00000"), (talk.Session.Runs[""].Frames[0].Values["where"].Text, talk.Session.Runs[""].Frames[0].Values["where"].Said));
    }

    [Fact]
    public void A_lone_digit_for_a_story_is_asked_about_once()
    {
        var talk = new Talk(Book).Enter("", "report", "what", null).Send("1");
        Assert.Equal(["report.what"], talk.Prompts);
        Assert.Equal("report.what", talk.At);

        Assert.Equal("report.confirm", talk.Send("1").At);
    }

    [Fact]
    public void A_story_of_the_menu_is_not_lost_with_another_choice()
    {
        var talk = new Talk(Book).Enter("", "report", "what", null).Send("MENU");
        talk.Session = talk.Session with { Kept = [new RememberedAnswer(ValueKind.Story, Privacy.Sealed, Told, null, [])] };
        talk.Send("1");

        Assert.Equal(Told, Assert.Single(talk.Session.Kept).Text);
    }
}
