using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Relay;

public sealed class SqliteCaseStoreTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly SqliteCaseStore _cases = new(new FakeVault(), new SqliteOutboxStore(), new SqliteMediumStore());
    private readonly TipId _tip = TipId.Draw();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Words_are_read_in_their_order_by_the_end_they_are_for_and_once()
    {
        await _store.RunAsync(unit =>
        {
            _cases.Leave(unit, _tip, RelayEnd.Reporter, "uno");
            _cases.Leave(unit, _tip, RelayEnd.Responder, "respuesta");
            _cases.Leave(unit, _tip, RelayEnd.Reporter, "dos");
        });

        Assert.Equal("uno", await Take(RelayEnd.Reporter));
        Assert.Equal("dos", await Take(RelayEnd.Reporter));
        Assert.Null(await Take(RelayEnd.Reporter));
        Assert.Equal("respuesta", await Take(RelayEnd.Responder));
    }

    [Fact]
    public async Task The_number_to_ask_back_at_is_kept_until_it_is_dropped()
    {
        var contact = new Contact(Some.Phone(), "morning");
        await _store.RunAsync(unit => _cases.KeepContact(unit, _tip, contact));
        Assert.Equal(contact, await _store.RunAsync(unit => _cases.ContactOf(unit, _tip)));

        await _store.RunAsync(unit => _cases.DropContact(unit, _tip));
        Assert.Null(await _store.RunAsync(unit => _cases.ContactOf(unit, _tip)));
    }

    [Fact]
    public async Task A_destroyed_case_has_neither_words_nor_number()
    {
        await _store.RunAsync(unit =>
        {
            _cases.KeepContact(unit, _tip, new Contact(Some.Phone(), null));
            _cases.Leave(unit, _tip, RelayEnd.Responder, "algo");
            _cases.Destroy(unit, _tip);
        });

        Assert.False(await _store.RunAsync(unit => _cases.Waits(unit, _tip, RelayEnd.Responder)));
        Assert.Null(await _store.RunAsync(unit => _cases.ContactOf(unit, _tip)));
    }

    [Fact]
    public async Task What_lay_under_a_destroyed_key_stays_unreadable_under_the_next()
    {
        await _store.RunAsync(unit =>
        {
            _cases.Leave(unit, _tip, RelayEnd.Responder, "algo");
            using var keyGone = unit.Sqlite().Prepare("DELETE FROM case_key");
            keyGone.Run();
            _cases.KeepContact(unit, _tip, new Contact(Some.Phone(), null));
        });

        Assert.Null(await Take(RelayEnd.Responder));
    }

    private Task<string?> Take(RelayEnd end) => _store.RunAsync(unit => _cases.Take(unit, _tip, end));
}
