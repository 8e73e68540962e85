using Dapper;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Outbox;

public sealed class OutboxTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly OutboxParts _outbox;

    public OutboxTests() => _outbox = new OutboxParts(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_message_leaves_once_and_its_row_is_wiped()
    {
        await _outbox.PostAsync("alert");

        await _outbox.DrainAsync();
        await _outbox.DrainAsync();

        Assert.Equal("alert", Assert.Single(_outbox.Channel.Has).Text);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task The_running_dispatcher_is_woken_by_the_commit()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _outbox.Channel.Before = _ =>
        {
            left.SetResult();
            return Task.CompletedTask;
        };
        using var dispatcher = _outbox.Dispatcher();
        await dispatcher.StartAsync(default);

        // The clock stands still: nothing but the bell can wake it.
        await _outbox.PostAsync("alert");
        await left.Task;

        await dispatcher.StopAsync(default);
        Assert.Single(_outbox.Channel.Has);
    }

    [Fact]
    public async Task A_message_of_work_that_was_undone_never_leaves()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.RunAsync(u =>
        {
            _outbox.Outbox().Post(u, new OutboundMessage(
                RandomId.Draw(), OutboxParts.Phone(), "x", OutboundPurpose.Alert, null, u.Now));
            throw new InvalidOperationException();
        }));

        await _outbox.DrainAsync();

        Assert.Empty(_outbox.Channel.Has);
    }

    [Fact]
    public async Task What_is_posted_survives_a_restart()
    {
        await _outbox.PostAsync("alert");

        _store.Restart();
        await _outbox.DrainAsync();

        Assert.Single(_outbox.Channel.Has);
    }

    [Fact]
    public async Task A_message_waits_for_its_time()
    {
        await _store.RunAsync(u => _outbox.Outbox().Post(u, new OutboundMessage(
            RandomId.Draw(), OutboxParts.Phone(), "later", OutboundPurpose.Reminder, null, u.Now.AddHours(1))));

        await _outbox.DrainAsync();
        Assert.Empty(_outbox.Channel.Has);

        _store.Time.Advance(TimeSpan.FromHours(1));
        await _outbox.DrainAsync();
        Assert.Single(_outbox.Channel.Has);
    }

    [Fact]
    public async Task Messages_to_one_address_keep_the_order_in_which_they_were_posted()
    {
        await _store.RunAsync(u =>
        {
            for (var i = 0; i < 40; i++)
            {
                _outbox.Outbox().Post(u, new OutboundMessage(
                    RandomId.Draw(), OutboxParts.Phone(i % 2), $"{i:00}", OutboundPurpose.Relay, null, u.Now));
            }
        });

        await _outbox.DrainAsync();

        var first = _outbox.Channel.Has.Where(m => m.To == OutboxParts.Phone(0)).Select(m => m.Text).ToList();
        Assert.Equal(20, first.Count);
        Assert.Equal(first.Order(), first);
    }

    [Fact]
    public async Task What_is_withdrawn_does_not_leave()
    {
        var subject = RandomId.Draw();
        await _outbox.PostAsync("alert", subject: subject);
        await _outbox.PostAsync("other");

        await _store.RunAsync(u => _outbox.Outbox().Withdraw(u, subject));
        await _outbox.DrainAsync();

        Assert.Equal("other", Assert.Single(_outbox.Channel.Has).Text);
    }

    [Fact]
    public async Task What_is_withdrawn_is_counted_only_where_the_provider_surely_never_had_it()
    {
        var subject = RandomId.Draw();
        _outbox.Channel.Instead = _ => new HandoverResult(Handover.Unknown, null, null, null);
        await _outbox.PostAsync("may have left", subject: subject);
        await _outbox.DrainAsync();
        _outbox.Channel.Instead = _ => new HandoverResult(Handover.TryLater, null, null, 503);
        await _outbox.PostAsync("has not left", OutboxParts.Phone(1), subject);
        await _outbox.DrainAsync();

        Assert.Equal(1, await _store.RunAsync(u => _outbox.Outbox().Withdraw(u, subject)));
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task What_waits_for_somebody_is_withdrawn_whatever_it_is_about_and_no_byte_of_it_is_left()
    {
        await _outbox.PostAsync("for her", OutboxParts.Phone(1));
        await _outbox.PostAsync("for another");
        var box = await _store.RunAsync(u => u.Sqlite().Connection.QueryFirst<byte[]>("SELECT box FROM outbox WHERE length(box) = (SELECT min(length(box)) FROM outbox)"));

        await _store.RunAsync(u => _outbox.Outbox().WithdrawTo(u, OutboxParts.Phone(1)));

        Assert.False(StoreFiles.Contain(_store.Directory, box));
        await _outbox.DrainAsync();
        Assert.Equal("for another", Assert.Single(_outbox.Channel.Has).Text);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_tried_again_later_and_later()
    {
        var tries = 0;
        _outbox.Channel.Instead = _ => ++tries < 5 ? new HandoverResult(Handover.TryLater, null, null, 503) : null;
        await _outbox.PostAsync("alert");

        await _outbox.DrainAsync();
        Assert.Equal(1, tries);
        for (var i = 0; i < 5; i++)
        {
            _store.Time.Advance(TimeSpan.FromSeconds(16));
            await _outbox.DrainAsync();
        }

        Assert.Equal(5, tries);
        Assert.Single(_outbox.Channel.Has);
        Assert.Equal(0, _outbox.Channel.Lookups);
    }

    [Fact]
    public async Task The_provider_s_own_word_on_when_to_come_again_is_kept()
    {
        _outbox.Channel.Instead = _ => new HandoverResult(Handover.TryLater, null, TimeSpan.FromMinutes(5), 429);
        await _outbox.PostAsync("alert");
        await _outbox.DrainAsync();
        _outbox.Channel.Instead = _ => null;

        _store.Time.Advance(TimeSpan.FromMinutes(4));
        await _outbox.DrainAsync();
        Assert.Empty(_outbox.Channel.Has);

        _store.Time.Advance(TimeSpan.FromMinutes(1));
        await _outbox.DrainAsync();
        Assert.Single(_outbox.Channel.Has);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_looked_up_and_not_sent_again()
    {
        _outbox.Channel.Instead = message =>
        {
            _outbox.Channel.Has.Enqueue(message);
            throw new HttpRequestException();
        };
        await _outbox.PostAsync("alert");
        await _outbox.DrainAsync();

        _store.Time.Advance(TimeSpan.FromMinutes(1));
        await _outbox.DrainAsync();

        Assert.Equal(1, _outbox.Channel.Lookups);
        Assert.Single(_outbox.Channel.Has);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_looked_up_and_sent_again()
    {
        _outbox.Channel.Instead = _ => throw new HttpRequestException();
        await _outbox.PostAsync("alert");
        await _outbox.DrainAsync();
        _outbox.Channel.Instead = _ => null;

        _store.Time.Advance(TimeSpan.FromMinutes(1));
        await _outbox.DrainAsync();

        Assert.Equal(1, _outbox.Channel.Lookups);
        Assert.Single(_outbox.Channel.Has);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_between_claim_and_answer_loses_nothing_and_sends_nothing_twice(bool hadArrived)
    {
        var called = new TaskCompletionSource();
        _outbox.Channel.Before = message =>
        {
            if (hadArrived)
            {
                _outbox.Channel.Has.Enqueue(message);
            }
            called.SetResult();
            return new TaskCompletionSource().Task;
        };
        await _outbox.PostAsync("alert");
        using var crashed = _outbox.Dispatcher();
        _ = crashed.DrainAsync(CancellationToken.None);
        await called.Task;

        _store.Restart();
        _outbox.Channel.Before = _ => Task.CompletedTask;
        await _outbox.DrainAsync();
        Assert.Equal(hadArrived ? 1 : 0, _outbox.Channel.Has.Count);

        _store.Time.Advance(TimeSpan.FromSeconds(60));
        await _outbox.DrainAsync();
        Assert.Single(_outbox.Channel.Has);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task A_server_that_was_frozen_does_not_end_what_another_has_taken_over()
    {
        var frozen = new TaskCompletionSource();
        var called = new TaskCompletionSource();
        _outbox.Channel.Before = _ =>
        {
            called.SetResult();
            return frozen.Task;
        };
        await _outbox.PostAsync("alert", subject: RandomId.Draw());
        using var zombie = _outbox.Dispatcher();
        var thawing = zombie.DrainAsync(CancellationToken.None);
        await called.Task;

        _store.Time.Advance(TimeSpan.FromSeconds(60));
        _outbox.Channel.Before = _ => Task.CompletedTask;
        await _outbox.DrainAsync();
        frozen.SetResult();
        await thawing;

        // It had called the provider before it froze: that one duplicate can't be helped; a second notice can.
        Assert.Single(_outbox.Told);
    }

    [Fact]
    public async Task Who_waits_hears_of_the_handing_over_and_then_of_the_receipt()
    {
        var subject = RandomId.Draw();
        await _outbox.PostAsync("alert", subject: subject);

        await _outbox.DrainAsync();
        Assert.Equal([(subject, true, false)], _outbox.Told);

        await _store.RunAsync(u => _outbox.News.Heard(u, "SM1", delivered: false));
        await _store.RunAsync(u => _outbox.News.Heard(u, "SM1", delivered: false));
        Assert.Equal([(subject, true, false), (subject, false, true)], _outbox.Told);
    }

    [Fact]
    public async Task A_receipt_that_overtakes_our_own_note_is_not_lost()
    {
        var subject = RandomId.Draw();
        await _outbox.PostAsync("alert", subject: subject);
        _outbox.Channel.Before = _ => _store.RunAsync(u => _outbox.News.Heard(u, "SM1", delivered: false));

        await _outbox.DrainAsync();

        Assert.Equal([(subject, false, true)], _outbox.Told);
    }

    [Fact]
    public async Task A_refused_message_is_told_to_who_waits_and_not_tried_again()
    {
        var subject = RandomId.Draw();
        var tries = 0;
        _outbox.Channel.Instead = _ =>
        {
            tries++;
            return new HandoverResult(Handover.Refused, null, null, 21211);
        };
        await _outbox.PostAsync("alert", subject: subject);

        await _outbox.DrainAsync();
        _store.Time.Advance(TimeSpan.FromHours(1));
        await _outbox.DrainAsync();

        Assert.Equal(1, tries);
        Assert.Equal([(subject, false, true)], _outbox.Told);
    }

    [Fact]
    public async Task Who_opted_out_at_the_carrier_is_marked_and_sent_nothing_more()
    {
        var responder = _outbox.Responders.Add(OutboxParts.Phone());
        _outbox.Channel.Instead = _ => new HandoverResult(Handover.OptedOut, null, null, 21610);
        await _outbox.PostAsync("first");
        await _outbox.DrainAsync();
        _outbox.Channel.Instead = _ => null;

        await _outbox.PostAsync("second", subject: RandomId.Draw());
        await _outbox.DrainAsync();

        Assert.True(await _store.RunAsync(u => _outbox.Responders.Find(u, responder.Id)!.OptedOut));
        Assert.Empty(_outbox.Channel.Has);
        Assert.False(Assert.Single(_outbox.Told).Reached);
    }

    [Fact]
    public async Task After_a_day_of_trying_it_is_given_up_and_told()
    {
        _outbox.Channel.Instead = _ => new HandoverResult(Handover.TryLater, null, null, 503);
        await _outbox.PostAsync("alert", subject: RandomId.Draw());

        for (var i = 0; i < 25; i++)
        {
            await _outbox.DrainAsync();
            Assert.Empty(_outbox.Told);
            _store.Time.Advance(TimeSpan.FromMinutes(59));
        }
        await _outbox.DrainAsync();

        Assert.False(Assert.Single(_outbox.Told).Reached);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task One_address_that_is_slow_holds_up_no_other()
    {
        var slow = new TaskCompletionSource();
        _outbox.Channel.Before = m => m.To == OutboxParts.Phone(1) ? slow.Task : Task.CompletedTask;
        await _outbox.PostAsync("slow", OutboxParts.Phone(1));
        using var dispatcher = _outbox.Dispatcher();
        var draining = dispatcher.DrainAsync(CancellationToken.None);

        await _outbox.PostAsync("quick", OutboxParts.Phone(2));
        await _outbox.DrainAsync();
        Assert.Equal("quick", Assert.Single(_outbox.Channel.Has).Text);

        slow.SetResult();
        await draining;
        Assert.Equal(2, _outbox.Channel.Has.Count);
    }

    [Fact]
    public void A_sender_s_pace_lets_a_second_s_worth_through_and_then_one_at_a_time()
    {
        var pace = new SenderPace(4, _store.Time);

        var waits = Enumerable.Range(0, 6).Select(_ => pace.Take(Addresses.Channel.Sms)).ToList();

        Assert.All(waits.Take(5), w => Assert.Equal(TimeSpan.Zero, w));
        Assert.Equal(TimeSpan.FromMilliseconds(250), waits[5]);
        Assert.Equal(TimeSpan.Zero, pace.Take(Addresses.Channel.WhatsApp));
        _store.Time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(TimeSpan.Zero, pace.Take(Addresses.Channel.Sms));
    }

    [Fact]
    public async Task Neither_number_nor_words_lie_open_while_a_message_waits()
    {
        await _outbox.PostAsync("canary-words", OutboxParts.Phone(7));

        Assert.False(_store.Shows("canary-words"));
        Assert.False(_store.Shows(OutboxParts.Phone(7).Value));
    }

    [Fact]
    public async Task What_waits_for_simulated_phones_goes_with_the_demo()
    {
        await _outbox.PostAsync("simulated", Addresses.Address.TryFrom(Addresses.Channel.Simulator, "defender"));
        await _outbox.PostAsync("real");

        await _store.RunAsync(new SimulatedMessages(new SqliteOutboxStore(), _outbox.Box).MoveOut);
        await _outbox.DrainAsync();

        Assert.Equal("real", Assert.Single(_outbox.Channel.Has).Text);
    }

    private Task<long> WaitingAsync() =>
        _store.RunAsync(u => u.Sqlite().Connection.ExecuteScalar<long>("SELECT count(*) FROM outbox"));
}
