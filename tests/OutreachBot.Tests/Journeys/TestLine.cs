using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Conversations;
using OutreachBot.Hosting;
using OutreachBot.Outbox;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Journeys;

/// <summary>The whole line in one process: every room as it is, the real flows, a real database; only the provider is a drawer and the clock is moved.</summary>
internal sealed class TestLine : IAsyncDisposable
{
    /// <summary>A Monday, 10:00 in La Paz.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-journey-").FullName;
    private readonly FakeTimeProvider _time = new(Start);
    private readonly Provider _provider = new();
    private readonly ServiceProvider _services;
    private readonly List<Person> _people = [];

    private TestLine(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? off)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(_time)
            .AddOutreachBot(
                new DataDirectory(Path.Combine(_directory, "data")), new FlowsDirectory(RunningHost.FlowsPath()),
                new ModeWish(Decides: true, Demo: false));
        services.RemoveAll<IOutboundChannel>();
        services.AddSingleton<IOutboundChannel>(_provider);
        off?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public CapturedLog Log { get; } = new();

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The provider takes nothing: what is posted waits in the outbox.</summary>
    public bool ProviderIsDown
    {
        set => _provider.IsDown = value;
    }

    /// <summary>Phones to which the provider hands over nothing, and what it says.</summary>
    public Dictionary<Address, Handover> Unreachable => _provider.Unreachable;

    public string DataDirectory => Path.Combine(_directory, "data");

    /// <param name="settings">Names with <c>:</c>, in pairs.</param>
    public static Task<TestLine> OpenAsync(params (string Name, string Value)[] settings) => OpenAsync(off: null, settings);

    /// <param name="off">Switches off one protection, last; null: none.</param>
    /// <param name="settings">Names with <c>:</c>, in pairs.</param>
    public static async Task<TestLine> OpenAsync(Action<IServiceCollection>? off, params (string Name, string Value)[] settings)
    {
        var line = new TestLine(
            [new("Line:Name", "Red Prueba"), .. settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value))], off);
        await OpenHost.PrepareAsync(line._services, everything: true, CancellationToken.None);
        return line;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Somebody nobody knows, with a phone of the country.</summary>
    public Person Stranger(string country = "BO") => Add(new Person(this, NextPhone(country)));

    public ResponderBuilder Defender(string name) => new(this, ResponderRole.Defender, name);

    public ResponderBuilder Coordinator(string name) => new(this, ResponderRole.Coordinator, name);

    public ResponderBuilder Official(string name) => new(this, ResponderRole.Official, name);

    public Task<T> RunAsync<T>(Func<UnitOfWork, T> work) => Get<ITransactions>().RunAsync(work, CancellationToken.None);

    /// <summary>Her row, as it stands.</summary>
    public Task<Responder> OnFileAsync(Person person) => RunAsync(unit => Get<IResponders>().FindByAddress(unit, person.Phone)!);

    /// <summary>All tips there are.</summary>
    public Task<IReadOnlyList<Tip>> TipsAsync() => RunAsync(Get<ITipStore>().All);

    /// <summary>All phones that are kept to ask back at.</summary>
    public Task<List<Address>> ContactsAsync() => RunAsync(unit => Get<ITipStore>().All(unit)
        .Select(t => Get<ICaseStore>().ContactOf(unit, t.Id)?.Address).OfType<Address>().ToList());

    /// <summary>Conversations are dropped, as if nobody had written for months or none could be read any more.</summary>
    public Task<int> LoseSessionsAsync() => RunAsync(unit =>
    {
        var persons = Get<IPersonStore>();
        var all = Enumerable.Range(0, 256).SelectMany(slice => persons.Keys(unit, (byte)slice)).ToList();
        all.ForEach(person => persons.Remove(unit, person));
        return all.Count;
    });

    public async Task<Tip> OnlyTipAsync() => Assert.Single(await TipsAsync());

    /// <summary>What was told, opened with the provisional key: what a coordinator would read.</summary>
    public async Task<IReadOnlyList<SealedTip>> OpenAsync(Tip tip)
    {
        var opened = new List<SealedTip>();
        var recipients = Get<Recipients>();
        var (seals, provisional) = await RunAsync(unit => (Get<ITipStore>().SealsOf(unit, tip.Id), recipients.Get(unit).Provisional!));
        using var identity = recipients.OpenHeld(provisional)!;
        foreach (var seal in seals)
        {
            opened.Add(SealedTip.TryRead(AgeFile.Open(seal, identity).Plain)!);
        }
        return [.. opened.OrderBy(o => o.Order)];
    }

    /// <summary>Time passes; what is due on the way is done when it is due, and what is sent arrives.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Now + time;
        while (Now < end)
        {
            var next = await RunAsync(NextDue);
            _time.SetUtcNow(next > Now && next < end ? next : end);
            await Get<AgendaRunner>().RunDueAsync(CancellationToken.None);
            await DeliverAsync();
        }
    }

    /// <summary>A long time at once: what became due on the way is done at its end.</summary>
    public async Task LeapAsync(TimeSpan time)
    {
        _time.Advance(time);
        await Get<AgendaRunner>().RunDueAsync(CancellationToken.None);
        await DeliverAsync();
    }

    public async Task<Reply> HandleAsync(InboundMessage message)
    {
        var reply = await Get<IConversation>().HandleAsync(message, CancellationToken.None);
        if (message.Text.StartsWith("BORRAR ", StringComparison.Ordinal))
        {
            // What a code leads to is done right after the answer.
            await Get<AgendaRunner>().RunDueAsync(CancellationToken.None);
        }
        await DeliverAsync();
        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal Person Add(Person person)
    {
        _people.Add(person);
        return person;
    }

    internal Address NextPhone(string country) => Address.TryFrom(
        Channel.Sms, country == "GT" ? $"+5025555{_people.Count:0000}" : $"+5917000{_people.Count:0000}")!;

    private DateTimeOffset NextDue(UnitOfWork unit)
    {
        var agenda = Get<IAgendaStore>().Next(unit, 1) is [var item] ? item.Due : DateTimeOffset.MaxValue;
        return Get<IOutboxStore>().NextDue(unit) is { } outbox && outbox < agenda ? outbox : agenda;
    }

    private async Task DeliverAsync()
    {
        await Get<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        lock (_people)
        {
            foreach (var message in _provider.TakeAll())
            {
                _people.Single(p => p.Phone == message.To).Receive(message.Text);
            }
        }
    }

    /// <summary>Takes everything, and numbers it.</summary>
    private sealed class Provider : IOutboundChannel
    {
        private readonly Lock _gate = new();
        private List<OutboundMessage> _taken = [];
        private int _number;

        public bool IsDown { get; set; }

        public Dictionary<Address, Handover> Unreachable { get; } = [];

        public bool Carries(Address to) => true;

        public Task<HandoverResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (IsDown)
                {
                    return Task.FromResult(new HandoverResult(Handover.TryLater, null, null, 503));
                }
                if (Unreachable.TryGetValue(message.To, out var verdict))
                {
                    return Task.FromResult(new HandoverResult(verdict, null, null, null));
                }
                _taken.Add(message);
                return Task.FromResult(new HandoverResult(Handover.Accepted, $"SM{_number++}", null, null));
            }
        }

        public Task<HandoverResult?> FindAsync(OutboundMessage message, DateTimeOffset begun, CancellationToken cancellationToken) =>
            Task.FromResult<HandoverResult?>(null);

        public List<OutboundMessage> TakeAll()
        {
            lock (_gate)
            {
                return Interlocked.Exchange(ref _taken, []);
            }
        }
    }
}
