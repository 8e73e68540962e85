using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>The outbox put together over a test's store, with a fake provider at its end.</summary>
internal sealed class OutboxParts : IDeliveryListener, ICopyDeleter
{
    private readonly SqliteOutboxStore _messages = new();
    private readonly SqliteProviderCopyStore _copyStore = new();
    private readonly OutboxBells _bells = new();
    private readonly FakeKeys _keys = new();
    private readonly FakeVault _vault = new();
    private readonly TestStore _store;

    public OutboxParts(TestStore store)
    {
        _store = store;
        Box = new OutboundBox(_vault);
        Copies = new ProviderCopies(_copyStore, _vault, _bells);
        News = new DeliveryNews(_messages, _keys, [this], store.Time);
    }

    public FakeChannel Channel { get; } = new();

    public FakeResponders Responders { get; } = new();

    public IAgenda Agenda { get; } = new DurableAgenda(new SqliteAgendaStore(), new WakeBell());

    public OutboundBox Box { get; }

    public ProviderCopies Copies { get; }

    public DeliveryNews News { get; }

    public OutboxOptions Options { get; init; } = new();

    /// <summary>What the listener was told: subject, reached, final.</summary>
    public List<(RandomId Subject, bool Reached, bool Final)> Told { get; } = [];

    public OutboundPurpose Purpose => OutboundPurpose.Alert;

    /// <summary>Copies deleted at the provider.</summary>
    public List<string> Deleted { get; } = [];

    public Func<string, CopyDeletion> Deletes { get; set; } = _ => CopyDeletion.Deleted;

    public static Address Phone(int number = 0) => Address.TryFrom(Addresses.Channel.Sms, $"+5917000000{number}")!;

    /// <summary>A new process: nothing of the old one's memory.</summary>
    public OutboxDispatcher Dispatcher() => new(
        _store.Transactions,
        _messages,
        Box,
        new OutboxDelivery(
            _store.Transactions, _messages, [Channel], Responders, Copies, Agenda, News, _store.Time, NullLogger<OutboxDelivery>.Instance),
        _bells,
        Microsoft.Extensions.Options.Options.Create(Options),
        _store.Time,
        NullLogger<OutboxDispatcher>.Instance);

    public ProviderCopyDispatcher CopyDispatcher() => new(
        _store.Transactions, _copyStore, Copies, _bells, [this], _store.Time, NullLogger<ProviderCopyDispatcher>.Instance);

    public IOutbox Outbox() => new DurableOutbox(_messages, Box, _bells);

    public async Task<RandomId> PostAsync(string text, Address? to = null, RandomId? subject = null)
    {
        var id = RandomId.Draw();
        await _store.RunAsync(u => Outbox().Post(u, new OutboundMessage(
            id, to ?? Phone(), text, OutboundPurpose.Alert, subject, u.Now)));
        return id;
    }

    public async Task DrainAsync()
    {
        using var dispatcher = Dispatcher();
        await dispatcher.DrainAsync(CancellationToken.None);
    }

    public void Heard(UnitOfWork unit, RandomId subject, bool reached, bool final) =>
        unit.AfterCommit(() => Told.Add((subject, reached, final)));

    public Task<CopyDeletion> DeleteAsync(string kind, string providerId, CancellationToken cancellationToken)
    {
        var outcome = Deletes(providerId);
        if (outcome == CopyDeletion.Deleted)
        {
            Deleted.Add(providerId);
        }
        return Task.FromResult(outcome);
    }
}
