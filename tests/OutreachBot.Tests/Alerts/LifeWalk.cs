using OutreachBot.Agenda;
using OutreachBot.Alerts;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

/// <summary>
/// Walks through everything that can happen to one tip among a few people: the real rooms on a real database, every event in every
/// state, each tried on a savepoint that is rolled back after it. Time has no length here: any time that is planned may come next.
/// </summary>
internal sealed class LifeWalk : IDisposable
{
    private static readonly string[] Timers = [Escalation.AgendaKind, Unassigned.AgendaKind, UnseenTips.AgendaKind];
    private static readonly Dictionary<string, RememberedAnswer> Nothing = [];

    private readonly TipHouse _house;
    private readonly Dictionary<string, Actor> _people;
    private readonly Actor _reporter;
    private readonly Dictionary<string, IAgendaHandler> _handlers;
    private readonly SqliteSession _session;
    private readonly Action<LifeWalk, string> _look;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private DateTimeOffset _now;
    private TipId _tip;

    /// <param name="look">Called in each new state.</param>
    public LifeWalk(TipHouse house, Action<LifeWalk, string> look, params (string Name, Actor Actor)[] people)
    {
        _house = house;
        _look = look;
        _people = people.ToDictionary(p => p.Name, p => p.Actor);
        _reporter = house.Reporter();
        _now = house.Now;
        _handlers = house.Handlers.ToDictionary(h => h.Kind);
        _ = house.RunAsync(_ => true).GetAwaiter().GetResult();
        _session = house.OpenSession();
        _session.Execute("BEGIN");
    }

    public int States => _seen.Count;

    public int Arrows { get; private set; }

    /// <summary>A kind of time that is never kept, to see that the walk finds it.</summary>
    public string? Forgets { get; init; }

    /// <summary>What led here.</summary>
    public string Path => string.Join(" > ", _path);

    public Tip Tip => Read(unit => _house.Get<ITipStore>().Find(unit, _tip))!;

    public IReadOnlyList<Alert> Alerts => Read(unit => _house.Get<IAlertStore>().OfTip(unit, _tip));

    public Discretion Discretion => Read(unit => _house.Get<ITipStore>().DiscretionOf(unit, _tip));

    public IReadOnlyList<AgendaItem> Planned => Read(unit => _house.Get<IAgendaStore>().Next(unit, 100)).Where(i => Timers.Contains(i.Kind)).ToList();

    public Responder? OnFile(ResponderId id) => _house.Responders.Find(null!, id);

    public IEnumerable<Responder> Everybody => _house.Responders.Everybody;

    public void Begin(params (string Name, string Value)[] told)
    {
        Run(unit =>
        {
            _house.Do(unit, _reporter, Call("submit_tip", "", [("story", "lo que vi"), ("where", "BO-020101"), .. told]));
            _tip = _house.Get<ITipStore>().All(unit).Single().Id;
        });
        Visit();
    }

    /// <summary>The next time that is planned comes; false: none is.</summary>
    public bool TimePasses()
    {
        if (Planned is not [var next, ..])
        {
            return false;
        }
        Fire(next);
        return true;
    }

    /// <summary>Does something, looks, and undoes it.</summary>
    public void Try(Action what, Action look)
    {
        var (now, people) = (_now, _house.Responders.Everybody);
        _session.Execute("SAVEPOINT step");
        what();
        look();
        _session.Execute("ROLLBACK TO step");
        _session.Execute("RELEASE step");
        (_now, _house.Responders.Everybody) = (now, people);
    }

    /// <summary>A row of the agenda is lost, as with a backup that is a little older, and the server starts again.</summary>
    public void LoseAndStartAgain(AgendaItem lost) => Run(unit =>
    {
        _house.Get<IAgendaStore>().Remove(unit, lost.Kind, lost.Subject);
        StartAgain(unit);
    });

    public void Dispose()
    {
        _session.Execute("ROLLBACK");
        _session.Dispose();
    }

    private void Visit()
    {
        var state = Describe();
        if (!_seen.Add(state))
        {
            return;
        }
        _look(this, state);
        foreach (var (name, what) in Events().ToList())
        {
            Arrows++;
            _path.Add(name);
            Try(what, Visit);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private IEnumerable<(string Name, Action What)> Events()
    {
        foreach (var item in Planned)
        {
            yield return ($"time of {item.Kind}", () => Fire(item));
        }
        foreach (var (name, actor) in _people)
        {
            if (_house.Responders.FindByAddress(null!, actor.Address) is not { } responder)
            {
                continue;
            }
            foreach (var alert in Alerts.Where(a => a.Responder == responder.Id).OrderBy(a => a.Id.ToString()))
            {
                // Whoever is suspended is nobody to the line.
                foreach (var effect in responder.Suspended ? [] : EffectsOn(alert))
                {
                    yield return ($"{name} {effect}", () => Run(unit => _house.Do(unit, actor, Call(effect, alert.Code.ToString(), [("outcome", "protected")]))));
                }
                if (alert.IsOpen)
                {
                    yield return ($"{name} unreachable", () => Run(unit => Listener().Heard(unit, alert.Id.Value, reached: false, final: true)));
                }
            }
            yield return ($"{name} ALTO", () => Run(unit =>
            {
                _house.Responders.Save(unit, responder with { OptedOut = true });
                _house.Forget(unit, actor, (room, request) => room.LetGoOfNumbers(request));
            }));
            yield return ($"{name} BORRAR", () => Run(unit => _house.Forget(unit, actor, (room, request) => room.Forget(request))));
            yield return ($"{name} suspended", () => Run(unit =>
            {
                _house.Responders.Save(unit, responder with { Suspended = true });
                _house.Get<IResponderWork>().GiveBack(unit, responder.Id);
            }));
            yield return ($"{name} retired", () => Run(unit =>
            {
                _house.Responders.Remove(unit, responder.Id);
                _house.Get<IResponderWork>().GiveBack(unit, responder.Id);
            }));
            yield return ($"{name} back", () => Run(unit =>
            {
                _house.Responders.Save(unit, responder with { Suspended = false, OptedOut = false });
                _handlers[Arrival.AgendaKind].Handle(unit, "all");
            }));
            yield return ($"{name} lost from the file", () => Run(unit =>
            {
                _house.Responders.Remove(unit, responder.Id);
                StartAgain(unit);
            }));
        }
        yield return ("restart", () => Run(StartAgain));
        yield return ("withdrawn", () => Run(unit => _house.Get<ITipStore>().Save(unit, Withdrawn(unit))));
    }

    private Tip Withdrawn(Transactions.UnitOfWork unit)
    {
        var tip = _house.Get<ITipStore>().Find(unit, _tip)!;
        _house.Get<IAlerting>().Withdraw(unit, tip);
        return tip with { State = TipState.Withdrawn };
    }

    private void StartAgain(Transactions.UnitOfWork unit) => _handlers[AlertSweep.AgendaKind].Handle(unit, "all");

    private static string[] EffectsOn(Alert alert) => alert switch
    {
        { IsHeld: true } => ["hand_over", "attend_case", "refer_case", "find_defender", "close_case", "pass_alert", "conflict_alert"],
        { IsOpen: true } => ["accept_alert", "pass_alert", "conflict_alert"],
        { State: AlertState.Passed or AlertState.Taken } => ["conflict_alert", "accept_alert"],
        _ => [],
    };

    private void Fire(AgendaItem item)
    {
        _now = item.Due > _now ? item.Due : _now;
        Run(unit =>
        {
            _house.Get<IAgendaStore>().Remove(unit, item.Kind, item.Subject);
            _handlers[item.Kind].Handle(unit, item.Subject);
        });
    }

    // What went before counts only as far as anything asks for it; times have no length.
    private string Describe()
    {
        var alerts = Alerts;
        var planned = Planned.Select(i => (i.Kind, i.Subject)).ToHashSet();
        var people = _people.Select(p =>
        {
            var responder = _house.Responders.FindByAddress(null!, p.Value.Address);
            var hers = alerts.Where(a => responder is null ? !Everybody.Any(e => e.Id == a.Responder) : a.Responder == responder.Id)
                .Select(a => a.IsOpen
                    ? $"{a.State}{a.Part}{Math.Min(a.Reminders, 1)}{(planned.Contains((Escalation.AgendaKind, a.Id.ToString())) ? "!" : "")}"
                    // Whose alert somebody else took has not been tried.
                    : a.State == AlertState.Taken ? "" : "tried")
                .Where(h => h.Length > 0).Distinct().Order(StringComparer.Ordinal);
            return $"{p.Key}[{(responder is null ? "gone" : $"{(responder.Suspended ? "s" : "")}{(responder.OptedOut ? "o" : "")}{(Discretion.KeepAway.Contains(responder.Id) ? "k" : "")}")}:{string.Join(',', hers)}]";
        });
        var assigned = Tip.Assigned is { } id ? _people.FirstOrDefault(p => _house.Responders.FindByAddress(null!, p.Value.Address)?.Id == id).Key ?? "gone" : "-";
        return $"{Tip.State} {assigned} {planned.Any(i => i.Kind == Unassigned.AgendaKind)} {planned.Any(i => i.Kind == UnseenTips.AgendaKind)} {string.Join(' ', people)}";
    }

    private IDeliveryListener Listener() => _house.Get<IEnumerable<IDeliveryListener>>().First(l => l.Purpose == OutboundPurpose.Alert);

    private static EffectCall Call(string effect, string run, (string Name, string Value)[] with) => new(effect, run, with.ToDictionary(
        w => w.Name, w => new RememberedAnswer(Flows.Definitions.ValueKind.Text, Flows.Definitions.Privacy.Sealed, w.Value, null, []), StringComparer.Ordinal));

    private void Run(Action<Transactions.UnitOfWork> work)
    {
        var unit = new SqliteUnit(_session, _now, 0);
        work(unit);
        foreach (var item in Planned.Where(i => i.Kind == Forgets))
        {
            _house.Get<IAgendaStore>().Remove(unit, item.Kind, item.Subject);
        }
    }

    private T Read<T>(Func<Transactions.UnitOfWork, T> read) => read(new SqliteUnit(_session, _now, 0));
}
