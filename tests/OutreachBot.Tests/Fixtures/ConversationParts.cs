using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Conversations;
using OutreachBot.Demo;
using OutreachBot.Effects;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Sounds;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;
using Options = Microsoft.Extensions.Options.Options;

namespace OutreachBot.Tests.Fixtures;

/// <summary>A conversation put together over a test's store, with a fake engine in its middle.</summary>
internal sealed class ConversationParts : IOpenAlerts, IPendingForPerson, IForgetsPerson
{
    private readonly TestStore _store;
    private readonly WakeBell _bell = new();
    private readonly SqliteAgendaStore _agendaStore = new();
    private int _ids;

    public ConversationParts(TestStore store) => _store = store;

    public FakeEngine Engine { get; } = new();

    public FakeKeys Keys { get; } = new();

    public FakeResponders Responders { get; } = new();

    public SqlitePersonStore Persons { get; } = new();

    public SqliteInboundStore Inbound { get; } = new();

    public KeyedTurnGate Gate { get; } = new();

    public List<IEffectHandler> Effects { get; } = [];

    public List<OpenAlert> Alerts { get; } = [];

    public EntryPoint? PendingEntry { get; set; }

    /// <summary>Those who were forgotten, or whose numbers were let go of: <c>forget</c>, <c>numbers</c>.</summary>
    public List<string> Forgotten { get; } = [];

    public static Address Phone(int number = 1) => Address.TryFrom(Channel.Sms, $"+5917000000{number}")!;

    public IAgenda Agenda => new DurableAgenda(_agendaStore, _bell);

    public Housekeeping Housekeeping => new(Persons, File(), Inbound, [], Covered(), Agenda);

    public SimulatedConversations Simulated => new(Persons, File());

    /// <summary>As a new process would put it together.</summary>
    public Conversation Conversation() =>
        new(Gate, _store.Transactions, Turns(), NullLogger<Conversation>.Instance);

    public Task<Reply> SendAsync(string text, string? id = null, Address? from = null, CarrierWord carrier = CarrierWord.None) =>
        Conversation().HandleAsync(Message(text, id, from, carrier), CancellationToken.None);

    public InboundMessage Message(string text, string? id = null, Address? from = null, CarrierWord carrier = CarrierWord.None) => new(
        from ?? Phone(), ChannelKind.Sms, id ?? $"SM{Interlocked.Increment(ref _ids)}", text, [], null, null, carrier, _store.Time.GetUtcNow(), null);

    /// <summary>Does what is due.</summary>
    public async Task RunDueAsync()
    {
        using var runner = new AgendaRunner(
            _store.Transactions,
            _agendaStore,
            _bell,
            [new WakeHandler(File(), Responders, Runner(), Line()), Housekeeping],
            _store.Time,
            NullLogger<AgendaRunner>.Instance);
        await runner.RunDueAsync(CancellationToken.None);
    }

    public Task<IReadOnlyList<AgendaItem>> PlannedAsync() => _store.RunAsync(u => _agendaStore.Next(u, 1000));

    /// <summary>What is kept of somebody; null for a stranger.</summary>
    public Task<KeptConversation?> KeptAsync(Address? of = null) =>
        _store.RunAsync(u => File().Open(u, Keys.Of(u, of ?? Phone())));

    public OpenAlert? Find(UnitOfWork unit, ResponderId responder, string code) => Alerts.Find(a => a.Code == code);

    public IReadOnlyList<OpenAlert> Of(UnitOfWork unit, ResponderId responder) => Alerts;

    public EntryPoint? Find(UnitOfWork unit, Session session, ChannelKind shownOn) => PendingEntry;

    public void Forget(EffectRequest request) => request.Unit.AfterCommit(() => Forgotten.Add("forget"));

    public void LetGoOfNumbers(EffectRequest request) => request.Unit.AfterCommit(() => Forgotten.Add("numbers"));

    private Turns Turns() => new(
        Keys, Responders, Inbound, File(), new ReplyBox(Keys), new Addressing(this, this, Flows), new CarrierWords(Runner()), Runner(), Line(), new NoMedia(), Covered(), []);

    private static readonly ShippedFlows Flows = new();

    private PersonFile File() => new(Persons, Inbound, new FakeVault(), Agenda, new NoMedia(), NullLogger<PersonFile>.Instance);

    private CoveredResponders Covered() => new(Responders, Mock.Of<IResponderWork>(), Keys, File(), Agenda);

    private TurnRunner Runner() => new(
        Engine,
        [.. Effects, new EraseEffect([this]), new OptOutEffect(Responders, [this]), new OptInEffect(Responders), new MyDataEffect()],
        [],
        NullLogger<TurnRunner>.Instance);

    private static LineContext Line() => new(
        new LineMode(),
        new NoPlaces(),
        NoSounds.Instance,
        Options.Create(new LineOptions()),
        Options.Create(new CountryOptions()),
        Options.Create(new LanguagesOptions()),
        Options.Create(new HotlinesOptions()),
        Options.Create(new LimitsOptions()));

    private sealed class NoPlaces : IPlaceReader
    {
        public PlaceReading Read(string text, string? country) => PlaceReading.Nothing;

        public PlaceReading Read(Pin pin) => PlaceReading.Nothing;

        public PlaceReading ReadDepartment(string text, string? country) => PlaceReading.Nothing;

        public string Label(string id) => id;
    }

    /// <summary>The words that ship: what an alert is answered with.</summary>
    private sealed class ShippedFlows : IFlowBook
    {
        private readonly Lazy<FlowBook> _book = new(() => FlowBookLoader.Load(RunningHost.FlowsPath()).Book!);

        public FlowBook Current => _book.Value;
    }
}
