using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Alerts;
using OutreachBot.Audit;
using OutreachBot.Effects;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Relay;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>Tips, alerts and relay on a real database, with everything around them standing in: flows call by effects.</summary>
internal sealed class TipHouse : IDisposable
{
    private readonly TestStore _store;
    private ServiceProvider _services;
    private Dictionary<string, IEffectHandler> _effects;
    private int _people;

    /// <param name="clock">None: ten minutes, whatever it is.</param>
    /// <param name="off">Switches off one protection, last; null: none.</param>
    public TipHouse(AlertDetails details = AlertDetails.Brief, IEscalationClock? clock = null, Action<IServiceCollection>? off = null)
        : this(new TestStore(), details, clock ?? new TenMinutes(), new FakeResponders(), new SentMessages(), new NamedResponders(), off)
    {
    }

    private TipHouse(
        TestStore store, AlertDetails details, IEscalationClock clock, FakeResponders responders, SentMessages sent, NamedResponders keepAway,
        Action<IServiceCollection>? off = null)
    {
        _store = store;
        (Responders, Sent, KeepAway) = (responders, sent, keepAway);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_store.Time)
            .AddSingleton<ITransactions>(_ => _store.Transactions)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(Options.Create(new LimitsOptions()))
            .AddSingleton(Options.Create(new PublicOptions()))
            .AddSingleton(Options.Create(new AlertsOptions { Details = details }))
            .AddSingleton<IVault>(new FakeVault())
            .AddSingleton<ITipStore, SqliteTipStore>()
            .AddSingleton<IErasureLedger, SqliteErasureLedger>()
            .AddSingleton<IAuditStore, SqliteAuditStore>()
            .AddSingleton<IAudit, AuditTrail>()
            .AddSingleton<IHandOverStore, SqliteHandOverStore>()
            .AddSingleton<IOutboxStore, SqliteOutboxStore>()
            .AddSingleton<ICaseStore, SqliteCaseStore>()
            .AddSingleton<IAlertStore, SqliteAlertStore>()
            .AddSingleton<OutreachBot.Alerts.Duplicates.ILikenessStore, SqliteLikenessStore>()
            .AddSingleton(OutreachBot.Places.Gazetteer.Embedded())
            .AddSingleton<IAgendaStore, SqliteAgendaStore>()
            .AddAgenda()
            .AddSingleton<IReceiptCodes>(new ReceiptCodes(ServerKey.Draw()))
            .AddSingleton<ISeals>(Seals)
            .AddSingleton<IOutbox>(Sent)
            .AddSingleton<IResponders>(Responders)
            .AddSingleton<OutreachBot.Routing.IRouter>(new InOrder())
            .AddSingleton(clock)
            .AddSingleton<IKeepAwayReader>(KeepAway)
            .AddSingleton<IPlaceReader>(new IdsAsLabels())
            .AddSingleton(Routing.Ask.Places)
            .AddSingleton<IUnaskedWords>(new PromptNames())
            .AddTips()
            .AddAlerts()
            .AddRelay()
            .AddSingleton<IMediumStore, SqliteMediumStore>()
            .AddMedia();
        off?.Invoke(services);
        _services = services.BuildServiceProvider();
        _effects = _services.GetServices<IEffectHandler>().ToDictionary(h => h.Effect);
    }

    public FakeResponders Responders { get; }

    public OpenSeals Seals { get; } = new();

    public SentMessages Sent { get; }

    public NamedResponders KeepAway { get; }

    /// <summary>All who are on file.</summary>
    public List<Actor> Everybody { get; } = [];

    public DateTimeOffset Now => _store.Time.GetUtcNow();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> RunAsync<T>(Func<UnitOfWork, T> work) => _store.RunAsync(work);

    public Actor Reporter() => new(this, Address.TryFrom(Channel.Sms, $"+59170000{_people++:000}")!);

    public Actor Defender(bool onDuty = true) => Responder(ResponderRole.Defender, onDuty);

    public Actor Coordinator(bool onDuty = true) => Responder(ResponderRole.Coordinator, onDuty);

    public Actor Official() => Responder(ResponderRole.Official, onDuty: true);

    /// <summary>Time passes, and everything due on the way is done when it is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Now + time;
        while (Now < end)
        {
            var next = await RunAsync(unit => Get<IAgendaStore>().Next(unit, 1) is [var item] ? item.Due : end);
            _store.Time.SetUtcNow(next > Now && next < end ? next : end);
            await Get<AgendaRunner>().RunDueAsync(default);
        }
    }

    /// <summary>The process ends and another begins on the same store; the people and their phones are the same.</summary>
    public async Task RestartAsync()
    {
        var next = new TipHouse(_store, AlertDetails.Brief, Get<IEscalationClock>(), Responders, Sent, KeepAway);
        await _services.DisposeAsync();
        _store.Restart();
        _services = next._services;
        _effects = next._effects;
    }

    /// <summary>Nothing is done until a moment: the machine stands still.</summary>
    public void StandStillUntil(DateTimeOffset moment) => _store.Time.SetUtcNow(moment);

    public Task RunDueAsync() => Get<AgendaRunner>().RunDueAsync(default);

    public IEnumerable<IAgendaHandler> Handlers => _services.GetServices<IAgendaHandler>();

    /// <summary>A long time at once: what became due on the way is done at its end.</summary>
    public async Task LeapAsync(TimeSpan time)
    {
        _store.Time.Advance(time);
        await Get<AgendaRunner>().RunDueAsync(default);
    }

    /// <summary>Time passes and no server runs.</summary>
    public Task StandStillAsync(TimeSpan time)
    {
        _store.Time.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>Every room lets go of somebody, as BORRAR and ALTO have them do.</summary>
    public Task ForgetAsync(Actor actor, Action<IForgetsPerson, EffectRequest> how) => _store.RunAsync(unit => Forget(unit, actor, how));

    public async Task<Tip> OnlyTipAsync() => Assert.Single(await RunAsync(Get<ITipStore>().All));

    public Task<EffectResult> DoAsync(Actor actor, EffectCall call) => _store.RunAsync(unit => Do(unit, actor, call));

    public EffectResult Do(UnitOfWork unit, Actor actor, EffectCall call) => _effects[call.Name].Handle(RequestOf(unit, actor, call));

    /// <summary>A way to the same database that nobody else goes while it is used.</summary>
    public SqliteSession OpenSession() => _store.File.Open();

    public void Forget(UnitOfWork unit, Actor actor, Action<IForgetsPerson, EffectRequest> how)
    {
        var request = RequestOf(unit, actor, new EffectCall("erase", "", new Dictionary<string, RememberedAnswer>()));
        foreach (var room in _services.GetServices<IForgetsPerson>())
        {
            how(room, request);
        }
    }

    public void Dispose()
    {
        _services.Dispose();
        _store.Dispose();
    }

    private Actor Responder(ResponderRole role, bool onDuty)
    {
        var actor = Reporter();
        var responder = Responders.Add(actor.Address) with { Role = role, OnDuty = onDuty };
        Responders.Save(null!, responder);
        Everybody.Add(actor);
        return actor;
    }

    public EffectRequest RequestOf(UnitOfWork unit, Actor actor, EffectCall call) => new(
        call, new PersonKey(SHA256.HashData(Encoding.UTF8.GetBytes(actor.Address.Identity))), actor.Address, actor.Address.Channel,
        Responders.FindByAddress(unit, actor.Address), actor.Session, Nowhere(), unit);

    private TurnContext Nowhere() => new(
        Now, Flows.Texting.ChannelKind.Sms, "BO", IsResponder: false,
        new LineFacts("La línea", false, Flows.Definitions.ReviewStatus.Draft, false, false, [LanguageTag.Spanish], new PaceLimits(60)),
        new IdsAsLabels());
}
