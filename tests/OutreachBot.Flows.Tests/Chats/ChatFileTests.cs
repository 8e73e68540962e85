using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Chats;

public sealed class ChatFileTests
{
    [Fact]
    public void A_message_has_its_answers_and_effects()
    {
        var file = Parse("""
            # a comment
            > hola
            < Hola.
            | ¿Qué busca?
            < Y otra cosa.
            > 1
            ! submit_tip ok code=123-456-7890 with danger=yes keep_away="el alcalde"
            """);

        Assert.Equal(2, file.Turns.Count);
        Assert.Equal(["Hola.\n¿Qué busca?", "Y otra cosa."], file.Turns[0].Says.Select(s => s.Text));
        var effect = Assert.Single(file.Turns[1].Effects);
        Assert.Equal("ok", effect.Outcome);
        Assert.Equal("123-456-7890", effect.Gives["code"]);
        Assert.Equal("el alcalde", effect.With["keep_away"]);
    }

    [Fact]
    public void Conditions_stand_before_the_first_message()
    {
        var file = Parse("""
            @ in es qu on sms whatsapp
            @ country GT
            @ as responder
            @ place san pedro = GT-0101 San Pedro | GT-0202 San Pedro Dos
            @ place madrid = outside
            > hola
            """);

        Assert.Equal([LanguageTag.Spanish, LanguageTag.Quechua], file.Settings.Languages);
        Assert.Equal([ChannelKind.Sms, ChannelKind.WhatsApp], file.Settings.Channels);
        Assert.Equal("GT", file.Settings.Country);
        Assert.True(file.Settings.IsResponder);
        Assert.Equal(PlaceReadingKind.Ask, file.Settings.Places.Read("en San Pedro pues", "GT").Kind);
        Assert.Equal(PlaceReadingKind.Outside, file.Settings.Places.Read("Madrid", "GT").Kind);
        Assert.Equal(PlaceReadingKind.None, file.Settings.Places.Read("sanpedro", "GT").Kind);
    }

    [Fact]
    public void A_condition_after_the_first_message_is_refused() =>
        Assert.Contains("whole script", Fault("> hola\n@ country GT"), StringComparison.Ordinal);

    [Theory]
    [InlineData("< hola", "Nothing has been sent")]
    [InlineData("hola", "A line begins with")]
    [InlineData("@ fly", "There is no '@ fly'")]
    [InlineData("> hola\n! no_such", "There is no effect 'no_such'")]
    [InlineData("> hola\n! submit_tip lost", "never comes out as 'lost'")]
    [InlineData("> hola\n@ +5y", "no span of time")]
    [InlineData("# nothing", "Nothing is sent here")]
    [InlineData("> hola\n| more", "goes on with a message")]
    [InlineData("@ language xx\n> hola", "no language of the line")]
    public void A_fault_is_told_with_its_line(string text, string problem)
    {
        Assert.Contains(problem, Fault(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_media_pins_and_entries_are_things_that_happen()
    {
        var file = Parse("""
            @ +20m
            @ voice
            @ pin -16.5 -68.1
            @ enter alert.offer key=KT47 code=KT47 municipality="San Pedro" > acepto
            @ 3x > oferta {n}
            """);

        Assert.Equal(TimeSpan.FromMinutes(20), Assert.IsType<Passes>(file.Turns[0].Stimulus).Span);
        Assert.Equal(AttachmentKind.Voice, Assert.IsType<Sends>(file.Turns[1].Stimulus).Message.Attachments[0].Kind);
        Assert.NotNull(Assert.IsType<Sends>(file.Turns[2].Stimulus).Message.Pin);
        var entered = Assert.IsType<Enters>(file.Turns[3].Stimulus);
        Assert.Equal(("KT47", "alert", "offer"), (entered.Key, entered.Flow, entered.State));
        Assert.Equal("San Pedro", entered.Values["municipality"]);
        Assert.Equal("acepto", entered.Then!.Text);
        Assert.Equal(3, Assert.IsType<Sends>(file.Turns[4].Stimulus).Times);
    }

    [Theory]
    [InlineData("Su codigo es {code}. *", "Su codigo es 123-456-7890. Gracias", true)]
    [InlineData("Su codigo es {code}.", "Su codigo es 123-456-789.", false)]
    [InlineData("a*b", "a\nb", true)]
    [InlineData("a.b", "axb", false)]
    public void A_pattern_stands_for_what_may_vary(string pattern, string said, bool matches)
    {
        Assert.Equal(matches, new ExpectedSay(1, pattern).Matches(new Say(said, ["report.receipt"], [], null, Once: false)));
    }

    [Fact]
    public void Named_prompts_look_past_the_notice_of_a_language()
    {
        var say = new Say("…", ["shared.not_in_language", "report.receipt", "report.ask_back"], [], null, Once: false);

        Assert.True(new ExpectedSay(1, ":receipt :ask_back").Matches(say));
        Assert.True(new ExpectedSay(1, ":report.receipt :ask_back").Matches(say));
        Assert.False(new ExpectedSay(1, ":receipt").Matches(say));
        Assert.False(new ExpectedSay(1, ":other.receipt :ask_back").Matches(say));
    }

    private static ChatFile Parse(string text)
    {
        var file = ChatFile.Parse("x.chat", text);
        Assert.Empty(file.Diagnostics);
        return file;
    }

    private static string Fault(string text) => Assert.Single(ChatFile.Parse("x.chat", text).Diagnostics).ToString();
}
