using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>Makes one move with the real engine, in all ways in which the host may come back from what it is asked to do.</summary>
/// <remarks>The clock goes as in a transcript (<see cref="ChatPlayer"/>): a message takes 20 s, timers go off at their own time.</remarks>
internal sealed class TurnTree(FlowEngine engine, WalkWorld world, Outcomes outcomes)
{
    private const int MostTimers = 8;

    private readonly LineFacts _line = world.Line;

    /// <summary>How often the engine has been asked.</summary>
    public long Steps { get; private set; }

    public IEnumerable<Passage> Play(Spot from, Move move) => move.Stimulus switch
    {
        Sends sends => Times(Passage.From(from), sends.Message, sends.Times),
        Passes passes => Pass(Passage.From(from), passes.Span, MostTimers),
        Enters enters => Pass(Passage.From(from), ChatSettings.Default.Step, MostTimers)
            .SelectMany(p => Step(p, new Enter(enters.Key, enters.Flow, enters.State, enters.Values, enters.Then), byClock: false)),
        _ => [],
    };

    private IEnumerable<Passage> Times(Passage before, Message message, int times)
    {
        var passages = Pass(before, ChatSettings.Default.Step, MostTimers).SelectMany(p => Step(p, Cleaned(message), byClock: false));
        return times <= 1 ? passages : passages.SelectMany(p => Times(p, message, times - 1));
    }

    private static Message Cleaned(Message message) => message with { Text = Languages.TextCleaner.Clean(message.Text) };

    private IEnumerable<Passage> Pass(Passage before, TimeSpan span, int timers)
    {
        var until = before.To.Now + span;
        if (timers > 0 && before.To.WakeAt is { } due && due <= until)
        {
            var woken = before with { To = before.To with { Now = due > before.To.Now ? due : before.To.Now } };
            return Step(woken, new TimePassed(), byClock: true).SelectMany(p => Pass(p, until - p.To.Now, timers - 1));
        }
        return [before with { To = before.To with { Now = until } }];
    }

    private IEnumerable<Passage> Step(Passage before, Input input, bool byClock)
    {
        Steps++;
        var context = new TurnContext(before.To.Now, world.Channel, world.Country, world.IsResponder, _line, WalkPlaces.Stub);
        var result = engine.Step(before.To.Session, input, context);
        var after = before with
        {
            To = before.To with { Session = result.Session, WakeAt = result.WakeAt },
            Says = result.Says.Count == 0 ? before.Says : [.. before.Says, .. result.Says.Select(say => new Spoken(say, before.To.Told, byClock))],
            Events = [.. before.Events, .. result.Events],
        };
        return result.Awaits is not { } call
            ? [after]
            : outcomes.Of(call, after.Events.OfType<StateEntered>().LastOrDefault(), world.IsResponder, after.Effects)
                .SelectMany(done => Step(
                    after with { To = after.To with { Told = after.To.Told.After(done) }, Effects = [.. after.Effects, done] },
                    new EffectDone(done.Outcome, done.Gives),
                    byClock));
    }
}
