using Dapper;
using OutreachBot.Conversations;
using OutreachBot.Effects;
using OutreachBot.Flows.Running;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Conversations;

public sealed class ForgettingTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ConversationParts _line;

    public ForgettingTests() => _line = new ConversationParts(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task After_BORRAR_she_is_a_stranger_and_every_room_has_let_go_of_her()
    {
        await OpenAsync("answer");

        var reply = await EraseAsync();

        Assert.Equal("ok", Assert.Single(reply.Says).Text);
        Assert.Equal(["forget"], _line.Forgotten);
        Assert.Null(await _line.KeptAsync());
        Assert.Empty(await _line.PlannedAsync());
        Assert.Equal(0, await CountAsync("person"));
    }

    [Fact]
    public async Task After_BORRAR_a_replay_of_what_she_wrote_resurrects_nothing()
    {
        await OpenAsync("answer", id: "SM-old");
        await EraseAsync();

        var replay = await _line.SendAsync("answer", "SM-old");

        Assert.True(replay.IsRepeat);
        Assert.Empty(replay.Says);
        Assert.Null(await _line.KeptAsync());
    }

    [Fact]
    public async Task BORRAR_that_comes_twice_is_answered_twice()
    {
        await OpenAsync("answer");

        var first = await EraseAsync("SM-erase");
        var again = await EraseAsync("SM-erase");

        Assert.Equal(first.Says[0].Text, again.Says[0].Text);
    }

    [Fact]
    public async Task BORRAR_wipes_also_the_answers_that_fell_out_of_what_is_remembered()
    {
        for (var i = 0; i < 40; i++)
        {
            await _line.SendAsync($"m{i}", $"SM{i}x");
        }

        await EraseAsync("SM-erase");

        Assert.Equal(1, await _store.RunAsync(
            u => u.Sqlite().Connection.ExecuteScalar<long>("SELECT count(*) FROM inbound WHERE reply IS NOT NULL")));
    }

    [Fact]
    public async Task Once_BORRAR_is_answered_no_byte_of_the_session_is_left_in_the_files()
    {
        await OpenAsync("answer");
        var box = await BoxAsync();
        Assert.True(StoreFiles.Contain(_store.Directory, box));

        await EraseAsync();

        Assert.False(StoreFiles.Contain(_store.Directory, box));
    }

    /// <summary>The search's own teeth: without <c>secure_delete</c> the freed page keeps it.</summary>
    [Fact]
    public async Task With_secure_delete_off_the_session_is_found_in_a_freed_page()
    {
        await OpenAsync("answer");
        var box = await BoxAsync();
        await _store.RunAsync(u => u.Sqlite().Connection.Execute("PRAGMA secure_delete = OFF"));

        await EraseAsync();

        Assert.True(StoreFiles.Contain(_store.Directory, box));
    }

    [Fact]
    public async Task While_somebody_reads_the_database_the_erasure_is_not_called_done()
    {
        await OpenAsync("answer");
        var box = await BoxAsync();
        using var reader = SomebodyReading();

        var erasing = EraseAsync();
        await _line.SendAsync("somebody else", from: ConversationParts.Phone(2));
        Assert.False(erasing.IsCompleted);
        Assert.True(StoreFiles.Contain(_store.Directory, box));

        reader.Execute("COMMIT");
        await erasing;
        Assert.False(StoreFiles.Contain(_store.Directory, box));
    }

    [Fact]
    public async Task A_reader_who_stays_too_long_delays_the_answer_by_two_seconds_and_the_wiping_until_he_is_gone()
    {
        await OpenAsync("answer");
        var box = await BoxAsync();
        using var reader = SomebodyReading();
        var erasing = EraseAsync();
        await _line.SendAsync("somebody else", from: ConversationParts.Phone(2));

        _store.Time.Advance(TimeSpan.FromSeconds(2));
        await erasing;
        Assert.True(StoreFiles.Contain(_store.Directory, box));

        reader.Execute("COMMIT");
        await _line.SendAsync("somebody else again", from: ConversationParts.Phone(2));
        _store.Restart();
        Assert.False(StoreFiles.Contain(_store.Directory, box));
    }

    [Fact]
    public async Task What_was_erased_before_a_crash_is_wiped_at_the_next_start()
    {
        await OpenAsync("answer");
        var box = await BoxAsync();
        using var keepsTheLog = _store.File.Open();
        keepsTheLog.Execute("BEGIN");
        Assert.Equal(1, keepsTheLog.Read("SELECT count(*) FROM person"));
        _ = EraseAsync();
        await _line.SendAsync("x", from: ConversationParts.Phone(2));
        _store.Restart();
        Assert.True(StoreFiles.Contain(_store.Directory, box));
        keepsTheLog.Execute("COMMIT");

        await _line.SendAsync("y", from: ConversationParts.Phone(2));

        Assert.False(StoreFiles.Contain(_store.Directory, box));
    }

    [Fact]
    public async Task ALTO_lets_go_of_numbers_and_keeps_what_she_told()
    {
        await OpenAsync("answer");

        await _line.SendAsync("!opt_out");

        Assert.Equal(["numbers"], _line.Forgotten);
        Assert.NotEmpty((await _line.KeptAsync())!.Session.Runs);
    }

    [Fact]
    public async Task The_carrier_s_STOP_is_obeyed_and_nothing_is_said()
    {
        var responder = _line.Responders.Add(ConversationParts.Phone());
        _line.Engine.Does = (_, _, _) => throw new InvalidOperationException("the engine is not asked");

        var reply = await _line.SendAsync("STOP", carrier: CarrierWord.Stop);
        Assert.Empty(reply.Says);
        Assert.True(await IsOptedOutAsync());

        await _line.SendAsync("HELP", carrier: CarrierWord.Help);
        Assert.True(await IsOptedOutAsync());

        await _line.SendAsync("START", carrier: CarrierWord.Start);
        Assert.False(await IsOptedOutAsync());

        Task<bool> IsOptedOutAsync() => _store.RunAsync(u => _line.Responders.Find(u, responder.Id)!.OptedOut);
    }

    [Fact]
    public async Task Answers_under_way_are_dropped_after_a_day_without_a_message()
    {
        await OpenAsync("answer");

        _store.Time.Advance(TimeSpan.FromHours(24));
        await _line.RunDueAsync();

        var box = await BoxAsync();
        var kept = (await _line.KeptAsync())!.Session;
        Assert.Empty(kept.Runs);
        Assert.Empty(kept.LastSaid);
        Assert.NotNull(kept.LastAt);
        // Not only trimmed when looked at: the stored box itself has become a small one.
        Assert.True(box.Length < 700, $"{box.Length} bytes");
    }

    [Fact]
    public async Task A_link_that_ends_is_gone_also_from_a_session_at_rest()
    {
        _line.Engine.Does = (session, _, context) => new TurnResult(
            session with
            {
                LastAt = context.Now,
                Links = new Dictionary<string, string>
                {
                    ["open"] = TimedLink.Until(context.Now.AddMinutes(30), "tip"),
                    ["case"] = "stays",
                },
            },
            [], null, null, []);
        await _line.SendAsync("x");

        _store.Time.Advance(TimeSpan.FromMinutes(30));
        await _line.RunDueAsync();

        Assert.Equal(["case"], (await _line.KeptAsync())!.Session.Links.Keys);
        Assert.Empty(await _line.PlannedAsync());
    }

    [Fact]
    public async Task The_daily_round_forgets_old_words_old_ids_and_people_silent_for_sixty_days()
    {
        for (var i = 0; i < 20; i++)
        {
            await _line.SendAsync("old", from: ConversationParts.Phone(i));
        }
        await _store.RunAsync(_line.Housekeeping.Begin);
        await _line.RunDueAsync();
        Assert.Equal(20, await CountAsync("person"));

        _store.Time.Advance(TimeSpan.FromDays(3));
        await _line.RunDueAsync();
        Assert.Equal(0, await CountAsync("inbound WHERE reply IS NOT NULL"));
        Assert.Equal(20, await CountAsync("inbound"));

        _store.Time.Advance(TimeSpan.FromDays(58));
        await _line.SendAsync("new", from: ConversationParts.Phone(99));
        await _line.RunDueAsync();
        Assert.Equal(1, await CountAsync("person"));
        Assert.Equal(1, await CountAsync("inbound"));
    }

    [Fact]
    public async Task What_simulated_phones_told_goes_with_the_demo_and_nobody_else_s()
    {
        var simulated = Addresses.Address.TryFrom(Addresses.Channel.Simulator, "reporter");
        await _line.SendAsync("x", "SM-simulated", simulated);
        await _line.SendAsync("x");

        await _store.RunAsync(_line.Simulated.MoveOut);

        Assert.Null(await _line.KeptAsync(simulated));
        Assert.NotNull(await _line.KeptAsync());
        Assert.Empty((await _line.SendAsync("x", "SM-simulated", simulated)).Says);
    }

    /// <summary>Leaves an answer under way.</summary>
    private async Task OpenAsync(string answer, string? id = null)
    {
        _line.Engine.Does = (session, input, context) => input is Message { Text: not ['!', ..] }
            ? FakeEngine.Says(session, context, "said") with
            {
                Session = session with { Runs = FakeEngine.Open("", answer), LastSaid = ["said"], LastAt = context.Now },
            }
            : null;
        await _line.SendAsync(answer, id);
    }

    private Task<Reply> EraseAsync(string? id = null)
    {
        _line.Engine.Does = (_, _, _) => null;
        return _line.SendAsync("!erase", id);
    }

    private SqliteSession SomebodyReading()
    {
        var reader = _store.File.Open();
        reader.Execute("BEGIN");
        Assert.Equal(1, reader.Read("SELECT count(*) FROM person"));
        return reader;
    }

    private Task<byte[]> BoxAsync() =>
        _store.RunAsync(u => _line.Persons.Find(u, _line.Keys.Of(u, ConversationParts.Phone()).Current)!.Box);

    private Task<long> CountAsync(string table) =>
        _store.RunAsync(u => u.Sqlite().Connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}"));
}
