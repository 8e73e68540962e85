using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Running;

public sealed class SoundTests
{
    private static readonly FlowBook Book = SmallFlows.Book(
        ("welcome/qu.yaml", "language: qu\nprompts:\n  hello: {text: \"Imaynalla {options}\", options: {learn: Yachay, tell: Willay}, audio: hello.ogg, say_first: true}"));

    [Fact]
    public void A_prompt_with_a_sound_of_its_own_is_heard_by_itself_on_WhatsApp_only()
    {
        var say = Assert.Single(Talking(ChannelKind.WhatsApp, new Everything()).Send("hola").Says);

        Assert.Equal(("qu welcome.hello", true), (say.Audio, say.AudioFirst));
        Assert.All(Talking(ChannelKind.Sms, new Everything()).Send("hola").Says, s => Assert.Null(s.Audio));
    }

    [Fact]
    public void Other_prompts_are_heard_when_she_asks_for_it()
    {
        var talk = Talking(ChannelKind.WhatsApp, new Everything()).Send("hola").Send("2");
        Assert.All(talk.Says, s => Assert.Null(s.Audio));

        Assert.Equal("es report.danger_now", talk.Send("ESCUCHAR").Says[^1].Audio);
    }

    [Theory]
    [InlineData(ChannelKind.Sms, true)]
    [InlineData(ChannelKind.WhatsApp, false)]
    public void Without_a_sound_she_is_told_so(ChannelKind channel, bool sounds)
    {
        var talk = Talking(channel, sounds ? new Everything() : NoSounds.Instance).Send("hola").Send("ESCUCHAR");

        Assert.Contains("shared.no_audio", talk.Prompts);
        Assert.All(talk.Says, s => Assert.Null(s.Audio));
    }

    private static Talk Talking(ChannelKind channel, ISounds sounds)
    {
        var talk = new Talk(Book) { Channel = channel };
        talk.Line = talk.Line with { Sounds = sounds };
        talk.Session = talk.Session with { Language = LanguageTag.Quechua };
        return talk;
    }

    private sealed class Everything : ISounds
    {
        public string? Find(LanguageTag language, string prompt) => $"{language} {prompt}";
    }
}
