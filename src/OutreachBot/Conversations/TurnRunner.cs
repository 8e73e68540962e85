using OutreachBot.Addresses;
using OutreachBot.Effects;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>Whose turn it is.</summary>
/// <param name="Address">Null when the clock begins the turn.</param>
internal sealed record Speaker(PersonKey Person, Address? Address, Channel Channel, Responder? Responder);

/// <summary>What came of a turn, all its effects carried out.</summary>
/// <param name="Forget">She is to be forgotten.</param>
internal sealed record TurnOutcome(
    Session Session,
    IReadOnlyList<Say> Says,
    DateTimeOffset? WakesAt,
    bool Forget,
    IReadOnlyList<TurnEvent> Events,
    IReadOnlyList<string> Effects)
{
    /// <summary>She has left: nothing that was said before may come again.</summary>
    public bool Leaves => TurnRunner.Leaves(Events);

    /// <summary>She said that she is in danger.</summary>
    public bool IsDanger => Events.Any(e => e is GlobalWord { Concept: "danger" });
}

/// <summary>Takes a turn to its end: steps, carries out the effect it stops at, steps on.</summary>
internal sealed class TurnRunner(ITurnEngine engine, IEnumerable<IEffectHandler> handlers, IEnumerable<IEffectGuard> guards, ILogger<TurnRunner> logger)
{
    /// <summary>The engine has a budget of its own; this one holds even if that is wrong.</summary>
    private const int MostEffects = 32;

    /// <summary>Whoever writes after SALIR has to show anew that it is she, and goes on with no answer.</summary>
    private static readonly Dictionary<string, string?> LeftBehind = new(StringComparer.Ordinal) { [PinGuard.Link] = null, [AnswerLink.Name] = null };

    private readonly Dictionary<string, IEffectHandler> _handlers = handlers.ToDictionary(h => h.Effect, StringComparer.Ordinal);

    public TurnOutcome Run(UnitOfWork unit, Session session, Input input, Speaker speaker, TurnContext context)
    {
        var says = new List<Say>();
        var events = new List<TurnEvent>();
        var effects = new List<string>();
        var forget = false;
        IReadOnlyList<string> media = [];
        while (true)
        {
            var result = engine.Step(session, input, context);
            says.AddRange(result.Says);
            // The engine knows of words alone. Once: what was shown is not shown again for a repeated message.
            says.AddRange(media.Select(name => new Say("", [], [], name, Once: true)));
            events.AddRange(result.Events);
            session = Leaves(result.Events) ? result.Session with { Links = Linked(result.Session.Links, LeftBehind) } : result.Session;
            if (result.Awaits is not { } call)
            {
                return new TurnOutcome(session, says, result.WakeAt, forget, events, effects);
            }
            if (effects.Count == MostEffects)
            {
                logger.TooManyEffects(call.Name);
                return new TurnOutcome(session, says, result.WakeAt, forget, events, effects);
            }
            var done = Carry(unit, call, session, speaker, context);
            effects.Add($"{call.Name} {done.Outcome}");
            forget |= done.Forget;
            media = done.Media;
            session = session with { Links = Linked(session.Links, done.Links) };
            input = new EffectDone(done.Outcome, done.Gives);
        }
    }

    /// <summary>One effect that no flow asked for; nothing is said.</summary>
    public TurnOutcome CarryAlone(
        UnitOfWork unit, string effect, Session session, DateTimeOffset? wakesAt, Speaker speaker, TurnContext context)
    {
        var call = new EffectCall(effect, "", new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal));
        var done = Carry(unit, call, session, speaker, context);
        return new TurnOutcome(
            session with { Links = Linked(session.Links, done.Links) }, [], wakesAt, done.Forget, [], [$"{effect} {done.Outcome}"]);
    }

    /// <summary>SALIR, or the word that covers the thread.</summary>
    public static bool Leaves(IEnumerable<TurnEvent> events) => events.Any(e => e is GlobalWord { Concept: "exit" or "calendar" });

    private EffectResult Carry(UnitOfWork unit, EffectCall call, Session session, Speaker speaker, TurnContext context)
    {
        if (!_handlers.TryGetValue(call.Name, out var handler))
        {
            throw new InvalidOperationException($"No room carries out the effect '{call.Name}'; register an IEffectHandler for it.");
        }
        var request = new EffectRequest(
            call, speaker.Person, speaker.Address, speaker.Channel, speaker.Responder, session, context, unit);
        foreach (var guard in guards)
        {
            if (guard.Hold(request) is { } held)
            {
                return EffectResult.Of(held);
            }
        }
        return handler.Handle(request);
    }

    private static IReadOnlyDictionary<string, string> Linked(
        IReadOnlyDictionary<string, string> links, IReadOnlyDictionary<string, string?> changes)
    {
        if (changes.Count == 0)
        {
            return links;
        }
        var all = new Dictionary<string, string>(links, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                all.Remove(name);
            }
            else
            {
                all[name] = value;
            }
        }
        return all;
    }
}
