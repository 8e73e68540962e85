using System.Globalization;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Chats;

/// <summary>Plays a transcript once: one person, one language, one channel, and a clock that only the transcript moves.</summary>
internal sealed class ChatPlayer
{
    /// <summary>A turn with more effects, or more timers in a row, is a fault of the engine.</summary>
    private const int Most = 64;

    private readonly FlowEngine _engine;
    private readonly ChatSettings _settings;
    private readonly LanguageTag _language;
    private readonly ChannelKind _channel;
    private readonly LineFacts _line;
    private Session _session;
    private DateTimeOffset _now;
    private DateTimeOffset? _wakeAt;
    private List<SeenOutput> _outputs = [];
    private List<TurnEvent> _events = [];

    public ChatPlayer(FlowBook book, ChatSettings settings, LanguageTag language, ChannelKind channel)
    {
        _engine = new FlowEngine(book);
        _settings = settings;
        _language = language;
        _channel = channel;
        _now = settings.Start;
        _session = settings.LanguageGiven ? Session.Stranger with { Language = language } : Session.Stranger;
        _line = new LineFacts(
            settings.LineName, settings.Free, settings.GoLive, settings.MarkDrafts, settings.Hotlines,
            LanguageTag.All, new PaceLimits(settings.MessagesPerMinute));
    }

    public ChatRun Play(IReadOnlyList<ChatTurn> turns) => new(_language, _channel, [.. turns.Select(Play)]);

    private SeenTurn Play(ChatTurn turn)
    {
        _outputs = [];
        _events = [];
        switch (turn.Stimulus)
        {
            case Sends sends:
                for (var time = 1; time <= sends.Times; time++)
                {
                    Pass(_settings.Step, turn);
                    Step(Counted(sends.Message, time), turn);
                }
                break;
            case Passes passes:
                Pass(passes.Span, turn);
                break;
            case Enters enters:
                Pass(_settings.Step, turn);
                Step(new Enter(enters.Key, enters.Flow, enters.State, enters.Values, enters.Then), turn);
                break;
        }
        return new SeenTurn(turn, _outputs, _events);
    }

    /// <summary>Moves the clock; timers go off at their own time.</summary>
    private void Pass(TimeSpan span, ChatTurn turn)
    {
        var until = _now + span;
        for (var timers = 0; timers < Most && _wakeAt is { } due && due <= until; timers++)
        {
            _now = due > _now ? due : _now;
            Step(new TimePassed(), turn);
        }
        _now = until;
    }

    private void Step(Input input, ChatTurn turn)
    {
        var result = Take(input);
        for (var effects = 0; effects < Most && result.Awaits is { } call; effects++)
        {
            result = Take(Carry(call, turn));
        }
        _wakeAt = result.WakeAt;
    }

    private TurnResult Take(Input input)
    {
        var context = new TurnContext(_now, _channel, _settings.Country, _settings.IsResponder, _line, _settings.Places);
        var result = _engine.Step(_session, input, context);
        _session = result.Session;
        _outputs.AddRange(result.Says.Select(s => new SeenSay(s)));
        _events.AddRange(result.Events);
        return result;
    }

    /// <summary>Does as the transcript's next effect says; what it doesn't say is invented.</summary>
    private EffectDone Carry(EffectCall call, ChatTurn turn)
    {
        var expected = turn.Effects.ElementAtOrDefault(_outputs.OfType<SeenEffect>().Count());
        var scripted = expected?.Name == call.Name ? expected : null;
        if (!EffectCatalogue.TryFind(call.Name, out var kind))
        {
            throw new InvalidOperationException($"The engine asked for an effect that isn't in the catalogue: '{call.Name}'.");
        }
        var outcome = scripted?.Outcome ?? kind.Outcomes[0];
        // What was not done gives nothing.
        var gives = kind.Undone.Contains(outcome, StringComparer.Ordinal)
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : kind.Gives.ToDictionary(g => g.Name, g => scripted?.Gives.GetValueOrDefault(g.Name) ?? Invented(g.Name), StringComparer.Ordinal);
        _outputs.Add(new SeenEffect(call, outcome, scripted));
        return new EffectDone(outcome, gives);
    }

    private static string Invented(string gift) => gift switch
    {
        "code" => "123-456-7890",
        "question_waits" or "minor" or "kept_away" => "no",
        "status" => "received",
        "municipality" => "Sacaca",
        "count" => "2",
        "alerts" => "KT47, MN12",
        "women" => "23",
        "men" => "4",
        "missing" => "el municipio",
        _ => $"[{gift}]",
    };

    private static Message Counted(Message message, int time) =>
        message with { Text = TextCleaner.Clean(message.Text.Replace("{n}", time.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) };
}
