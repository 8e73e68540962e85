using CsCheck;
using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Costing;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Costing;

public sealed class CostReportTests
{
    private static readonly Lazy<FlowBook> Shipped = new(() => FlowBookLoader.Load(Repository.Flows).Book!);

    [Fact]
    public void A_text_beyond_what_a_provider_carries_is_two_messages_and_WhatsApp_has_no_segments()
    {
        Assert.Equal(new Bill(1, 1), Bill.Of(new string('a', 160), ChannelKind.Sms));
        Assert.Equal(new Bill(1, 2), Bill.Of(new string('a', 161), ChannelKind.Sms));
        Assert.Equal(new Bill(1, 0), Bill.Of(new string('á', 1_600), ChannelKind.WhatsApp));
        Assert.Equal(new Bill(2, 0), Bill.Of(new string('á', 1_601), ChannelKind.WhatsApp));
    }

    [Fact]
    public void A_prompt_is_counted_folded_and_once_however_many_states_say_it()
    {
        // 100 letters that SMS has only without their accent: one segment folded, two as they are written.
        var book = Book(("welcome/es.yaml", SmallFlows.WelcomeWords.Replace("Aprendido.", new string('á', 100), StringComparison.Ordinal)),
            ("welcome/flow.yaml", SmallFlows.Welcome.Replace("told: {say: told", "told: {say: [told, learned]", StringComparison.Ordinal)));

        var sms = Assert.Single(CostReport.Prompts(book, "welcome"), c => c.Channel == ChannelKind.Sms);

        Assert.Equal((3, 3, new Bill(3, 3)), (sms.Prompts, sms.Own, sms.Typical));
    }

    [Fact]
    public void Long_values_make_the_second_segment_that_typical_ones_do_not()
    {
        var words = SmallFlows.WelcomeWords.Replace("Aprendido.", "{municipality}" + new string('x', 140), StringComparison.Ordinal);

        var sms = Assert.Single(CostReport.Prompts(Book(("welcome/es.yaml", words)), "welcome"), c => c.Channel == ChannelKind.Sms);

        Assert.Equal((3, 4), (sms.Typical.Segments, sms.Longest.Segments));
    }

    [Fact]
    public void What_a_language_has_no_words_for_is_counted_in_Spanish()
    {
        var book = Book(("welcome/qu.yaml", "language: qu\nprompts:\n  told: {text: Sulpayki, status: draft, from: x}"));

        var quechua = CostReport.Prompts(book, "welcome").Where(c => c.Language == LanguageTag.Quechua).ToList();

        Assert.Equal([ChannelKind.Sms, ChannelKind.WhatsApp], quechua.Select(c => c.Channel));
        Assert.All(quechua, c => Assert.Equal((3, 1), (c.Prompts, c.Own)));
    }

    [Fact]
    public void A_whole_conversation_is_counted_as_it_is_sent()
    {
        var chat = ChatFile.Parse("flows/welcome/chats/core.chat", "> hola\n< :welcome.hello\n> 1\n< :welcome.learned\n");
        var other = ChatFile.Parse("flows/welcome/chats/danger.chat", "> hola\n< :welcome.hello\n");

        var way = Assert.Single(CostReport.Ways(Book(), [chat, other]));

        Assert.Equal(("welcome", "flows/welcome/chats/core.chat", 2, new Bill(2, 2)), (way.Flow, way.Transcript, way.Received, way.Sent));
    }

    [Fact]
    public void The_flows_that_ship_are_counted_in_each_language_they_have_on_both_channels()
    {
        var costs = CostReport.Prompts(Shipped.Value);

        var expected = Shipped.Value.Flows.Values.SelectMany(f => f.Layers.Keys.Select(l => (f.Name, l)))
            .Concat(Shipped.Value.SharedPrompts.Keys.Select(l => (CostReport.SharedName, l)))
            .SelectMany(x => new[] { (x.Item1, x.l, ChannelKind.Sms), (x.Item1, x.l, ChannelKind.WhatsApp) });
        Assert.Equal(expected.ToHashSet(), costs.Select(c => (c.Flow, c.Language, c.Channel)).ToHashSet());
        Assert.All(costs.Where(c => c.Channel == ChannelKind.Sms), c => Assert.InRange(c.Longest.Segments, c.Typical.Segments, 2 * c.Prompts));
    }

    [Fact]
    public void A_whole_report_is_counted_in_all_four_languages_on_both_channels()
    {
        var ways = CostReport.Ways(Shipped.Value, ChatFile.LoadAll(Repository.Flows, "report"));

        Assert.Equal(
            LanguageTag.WithFlows.SelectMany(l => new[] { (l, ChannelKind.Sms), (l, ChannelKind.WhatsApp) }).ToHashSet(),
            ways.Select(w => (w.Language, w.Channel)).ToHashSet());
        // One message in answer to each, and seldom a second segment.
        Assert.All(ways, w => Assert.Equal(w.Received, w.Sent.Messages));
        Assert.All(ways.Where(w => w.Channel == ChannelKind.Sms), w => Assert.InRange(w.Sent.Segments, w.Sent.Messages, w.Sent.Messages + 2));
    }

    [Fact]
    public void The_sum_of_bills_is_the_bill_of_the_sum() =>
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).Array[0, 8].Sample(pairs =>
        {
            var sum = Bill.Sum(pairs.Select(p => new Bill(p.Item1, p.Item2)));
            return sum == new Bill(pairs.Sum(p => p.Item1), pairs.Sum(p => p.Item2));
        });

    private static FlowBook Book(params (string Path, string Text)[] changes)
    {
        var loaded = FlowBookLoader.Load(SmallFlows.Files(changes));
        Assert.True(loaded.Book is not null, string.Join('\n', loaded.Diagnostics));
        return loaded.Book;
    }
}
