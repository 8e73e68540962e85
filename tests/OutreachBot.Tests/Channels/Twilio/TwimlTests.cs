using System.Xml.Linq;
using CsCheck;
using OutreachBot.Channels.Twilio;
using OutreachBot.Flows.Running;

namespace OutreachBot.Tests.Channels.Twilio;

public sealed class TwimlTests
{
    [Fact]
    public void Whatever_is_said_comes_out_as_XML_within_the_providers_limits() =>
        Gen.String[Gen.Char, 0, 4000].Array[0, 14].Sample(texts =>
        {
            var messages = Read(texts);
            Assert.True(messages.Count <= Twiml.MaxMessages);
            Assert.All(messages, m => Assert.InRange(m.Length, 0, Twiml.MaxCharacters));
        });

    [Fact]
    public void A_long_text_is_cut_between_words_and_nothing_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(1000, 900));
        var messages = Read(text);
        Assert.Equal(3, messages.Count);
        Assert.Equal(text, string.Join(' ', messages));
    }

    [Fact]
    public void More_than_ten_short_messages_are_joined()
    {
        var messages = Read([.. Enumerable.Range(1, 25).Select(i => $"mensaje {i}")]);
        Assert.Equal(10, messages.Count);
        Assert.Equal(25, string.Join("\n\n", messages).Split("\n\n").Length);
    }

    [Fact]
    public void What_XML_can_not_hold_is_dropped() =>
        Assert.Equal(["a\tb\ncde😀"], Read("a\tb\nc\u0000\u0007d\uFFFE\uD800e\uD83D\uDE00"));

    [Fact]
    public void An_address_with_a_query_stays_an_attribute()
    {
        var xml = Twiml.Of([Of("Hola")], "https://bot.example.org/status?a=1&b=\"2\"");
        Assert.Equal("https://bot.example.org/status?a=1&b=\"2\"", (string?)XDocument.Parse(xml).Root!.Element("Message")!.Attribute("statusCallback"));
    }

    [Theory]
    [InlineData(false, "Hola|sound:d:x")]
    [InlineData(true, "sound:d:x|Hola")]
    public void A_sound_is_a_message_of_its_own_before_or_after_the_words(bool first, string expected)
    {
        var says = new[] { Of("Hola") with { Audio = "d:x", AudioFirst = first } };

        var xml = XDocument.Parse(Twiml.Of(says, "https://bot.example.org/status", name => "sound:" + name));

        Assert.Equal(expected, string.Join('|', xml.Root!.Elements().Select(e => e.Value)));
        Assert.Equal("sound:d:x", xml.Descendants("Media").Single().Value);
        Assert.Empty(XDocument.Parse(Twiml.Of(says, "https://bot.example.org/status")).Descendants("Media"));
    }

    private static List<string> Read(params string[] texts) =>
        [.. XDocument.Parse(Twiml.Of(texts.Select(Of), "https://bot.example.org/status")).Root!.Elements().Select(e => e.Value)];

    private static Say Of(string text) => new(text, [], [], null, Once: false);
}
