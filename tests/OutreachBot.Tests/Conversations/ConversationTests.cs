using OutreachBot.Conversations;
using OutreachBot.Effects;
using OutreachBot.Flows.Running;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Conversations;

public sealed class ConversationTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ConversationParts _line;
    private readonly CountingEffect _tip = new("submit_tip");

    public ConversationTests()
    {
        _line = new ConversationParts(_store);
        _line.Effects.Add(_tip);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_twice_and_done_once()
    {
        var first = await _line.SendAsync("!submit_tip", "SM1");
        var again = await _line.SendAsync("!submit_tip", "SM1");

        Assert.False(first.IsRepeat);
        Assert.True(again.IsRepeat);
        Assert.Equal(Texts(first), Texts(again));
        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task Five_copies_in_parallel_get_five_equal_answers_and_one_effect()
    {
        var conversation = _line.Conversation();
        var message = _line.Message("!submit_tip", "SM1");

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => conversation.HandleAsync(message, default))));

        Assert.Equal(["ok"], replies.Select(Texts).Distinct());
        Assert.Equal(1, await _tip.TimesAsync(_store));
        Assert.Equal(4, replies.Count(r => r.IsRepeat));
    }

    [Fact]
    public async Task A_repeat_after_a_restart_is_known()
    {
        await _line.SendAsync("!submit_tip", "SM1");

        _store.Restart();
        var again = await _line.SendAsync("!submit_tip", "SM1");

        Assert.True(again.IsRepeat);
        Assert.Equal("ok", Texts(again));
        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task Messages_of_one_person_are_answered_in_the_order_of_their_coming()
    {
        var conversation = _line.Conversation();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => conversation.HandleAsync(_line.Message($"m{i}"), default)));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}: m{i}"), replies.Select(Texts));
        Assert.Equal(0, _line.Gate.Busy);
    }

    [Fact]
    public async Task What_an_effect_did_goes_with_the_turn_that_failed()
    {
        _tip.Gives = _ => throw new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _line.SendAsync("!submit_tip", "SM1"));
        Assert.Null(await _line.KeptAsync());

        _tip.Gives = _ => EffectResult.Of("ok");
        var retried = await _line.SendAsync("!submit_tip", "SM1");

        Assert.False(retried.IsRepeat);
        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task A_database_that_is_held_turns_the_message_away_with_nothing_done()
    {
        await _line.SendAsync("hello");
        using (var other = _store.File.Open())
        {
            other.Execute("BEGIN IMMEDIATE");
            await Assert.ThrowsAsync<StoreBusyException>(() => _line.SendAsync("!submit_tip", "SM-busy"));
        }

        var retried = await _line.SendAsync("!submit_tip", "SM-busy");

        Assert.False(retried.IsRepeat);
        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task Details_shown_once_are_not_said_again_to_a_repeat()
    {
        _line.Engine.Does = (session, _, context) => FakeEngine.Says(session, context) with
        {
            Says = [FakeEngine.Say("canary-details", once: true), FakeEngine.Say("What now?")],
        };

        var first = await _line.SendAsync("1", "SM1");
        var again = await _line.SendAsync("1", "SM1");

        Assert.Equal("canary-details|What now?", Texts(first));
        Assert.Equal("What now?", Texts(again));
    }

    [Fact]
    public async Task When_the_day_s_key_is_gone_a_repeat_is_answered_with_nothing_and_has_no_effect()
    {
        await _line.SendAsync("!submit_tip", "SM1");
        _line.Keys.GoneDays.Add(ReplyBox.DayOf(TestStore.Start));

        var again = await _line.SendAsync("!submit_tip", "SM1");

        Assert.True(again.IsRepeat);
        Assert.Empty(again.Says);
        Assert.Equal(1, await _tip.TimesAsync(_store));
    }

    [Fact]
    public async Task A_session_found_under_the_key_of_the_epoch_before_is_moved_to_the_current_one()
    {
        await _line.SendAsync("one");
        _line.Keys.Epoch = 2;

        await _line.SendAsync("two");
        _line.Keys.Epoch = 3;

        Assert.NotNull((await _line.KeptAsync())?.Session.LastAt);
    }

    [Fact]
    public async Task Somebody_silent_for_two_epochs_is_a_stranger()
    {
        await _line.SendAsync("one");
        _line.Keys.Epoch = 3;

        Assert.Equal("0: two", Texts(await _line.SendAsync("two")));
    }

    [Fact]
    public async Task Sms_and_WhatsApp_of_one_number_are_one_person()
    {
        await _line.SendAsync("one", from: Addresses.Address.TryFrom(Addresses.Channel.Sms, "+59171234567"));

        var reply = await _line.SendAsync("two", from: Addresses.Address.TryFrom(Addresses.Channel.WhatsApp, "+59171234567"));

        Assert.Equal("1: two", Texts(reply));
    }

    [Fact]
    public async Task A_session_goes_in_and_comes_out_as_it_was()
    {
        Session? told = null;
        _line.Engine.Does = (session, _, context) =>
        {
            told = session with
            {
                Language = Flows.Languages.LanguageTag.Quechua,
                Runs = FakeEngine.Open("KT47", "words"),
                Focus = "KT47",
                Held = new Message("held", [new Attachment(AttachmentKind.Image, "h")], new Pin(-16.5, -68.1), "choice"),
                LastAt = context.Now,
                Pace = new Pace(1, 2, 3, context.Now, context.Now, 4, 5),
                Links = new Dictionary<string, string> { ["tip"] = "x" },
                DriftsTo = "ay",
                Dormant = true,
            };
            return new TurnResult(told, [], null, null, []);
        };
        await _line.SendAsync("x");

        var kept = (await _line.KeptAsync())!.Session;

        Assert.Equivalent(told! with { Version = 1 }, kept, strict: true);
    }

    [Fact]
    public async Task Links_that_an_effect_leaves_live_in_the_session()
    {
        _tip.Gives = _ => EffectResult.Of("ok").Linking("tip", "abc");
        await _line.SendAsync("!submit_tip");
        Assert.Equal("abc", (await _line.KeptAsync())!.Session.Links["tip"]);

        _tip.Gives = request => EffectResult.Of(request.Link("tip")!).Linking("tip", null);
        Assert.Equal("abc", Texts(await _line.SendAsync("!submit_tip")));
        Assert.Empty((await _line.KeptAsync())!.Session.Links);
    }

    [Fact]
    public async Task An_effect_that_no_room_carries_out_fails_the_turn_by_name()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => _line.SendAsync("!nobody"));

        Assert.Contains("'nobody'", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_asks_for_effects_for_ever_is_cut_and_committed()
    {
        _line.Engine.Does = (session, _, context) => FakeEngine.Awaits(session, context, "submit_tip");

        await _line.SendAsync("x");

        Assert.Equal(32, await _tip.TimesAsync(_store));
    }

    [Theory]
    [InlineData("+59171234567", "BO")]
    [InlineData("+50251234567", "GT")]
    [InlineData("+34600000000", null)]
    public async Task The_country_is_that_of_the_number(string number, string? country)
    {
        await _line.SendAsync("x", from: Addresses.Address.TryFrom(Addresses.Channel.Sms, number));

        Assert.Equal(country, Assert.Single(_line.Engine.Contexts).Country);
    }

    [Fact]
    public async Task What_happened_inside_is_told_to_simulated_phones_only()
    {
        var simulated = await _line.SendAsync("!submit_tip", from: Addresses.Address.TryFrom(Addresses.Channel.Simulator, "reporter"));
        var real = await _line.SendAsync("!submit_tip");

        Assert.Equal(["submit_tip ok"], simulated.Inside!.Effects);
        Assert.Null(real.Inside);
    }

    [Fact]
    public async Task The_text_is_cleaned_before_anything_reads_it()
    {
        await _line.SendAsync("  a\u202Eb\u0000\uD800 ");

        Assert.Equal("ab", Assert.IsType<Message>(Assert.Single(_line.Engine.Inputs)).Text);
    }

    [Fact]
    public async Task A_session_that_can_not_be_opened_begins_anew()
    {
        await _line.SendAsync("one");
        await _store.RunAsync(u => _line.Persons.Save(u, _line.Keys.Of(u, ConversationParts.Phone()).Current, [1, 2, 3], before: 1, u.Now));

        Assert.Equal("0: two", Texts(await _line.SendAsync("two")));
    }

    [Fact]
    public async Task Neither_words_nor_number_lie_open_in_the_files()
    {
        _line.Engine.Does = (session, input, context) => FakeEngine.Says(session, context, "canary-reply") with
        {
            Session = session with { Runs = FakeEngine.Open("", "canary-answer"), LastAt = context.Now },
        };

        await _line.SendAsync("canary-words", "SM-canary");

        Assert.All(
            ["canary-reply", "canary-answer", "canary-words", "SM-canary", ConversationParts.Phone().Value],
            word => Assert.False(_store.Shows(word), word));
    }

    private static string Texts(Reply reply) => string.Join('|', reply.Says.Select(s => s.Text));
}
