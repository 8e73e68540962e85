using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>One person's conversation with the engine, as a test tells it; effects come out as the test says, or as their first outcome.</summary>
internal sealed class Talk
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    private readonly FlowEngine _engine;
    private readonly Dictionary<string, EffectDone> _outcomes = new(StringComparer.Ordinal);

    public Talk(FlowBook book) => _engine = new FlowEngine(book);

    public Session Session { get; set; } = Session.Stranger;

    public DateTimeOffset Now { get; set; } = Start;

    public ChannelKind Channel { get; set; } = ChannelKind.Sms;

    public string? Country { get; set; } = "BO";

    public bool IsResponder { get; set; }

    public LineFacts Line { get; set; } = new(
        "Línea Hermana", FreeToSender: false, ReviewStatus.Draft, MarkDrafts: false, ShowHotlines: true,
        [LanguageTag.Spanish, LanguageTag.Quechua, LanguageTag.Aymara], new PaceLimits(60));

    /// <summary>All effects of the conversation, in order.</summary>
    public List<EffectCall> Effects { get; } = [];

    /// <summary>What happened in the last turn.</summary>
    public List<TurnEvent> Events { get; } = [];

    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>The last turn's messages.</summary>
    public IReadOnlyList<Say> Says { get; private set; } = [];

    /// <summary>The last turn's words.</summary>
    public string Said => string.Join("\n", Says.Select(s => s.Text));

    /// <summary>The last turn's prompts.</summary>
    public IReadOnlyList<string> Prompts => [.. Says.SelectMany(s => s.Prompts)];

    /// <summary>Flow and state on top of the main run; <c>-</c> when nothing is open.</summary>
    public string At => Session.Runs.TryGetValue("", out var run) && run.Frames.Count > 0 ? $"{run.Frames[^1].Flow}.{run.Frames[^1].State}" : "-";

    public Talk Outcome(string effect, string outcome, params (string Name, string Value)[] gives)
    {
        _outcomes[effect] = new EffectDone(outcome, gives.ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal));
        return this;
    }

    public Talk After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Talk Send(string text) => Take(Message.Of(text));

    public Talk SendVoice(string handle = "v1") => Take(new Message("", [new Attachment(AttachmentKind.Voice, handle)], null, null));

    public Talk Press(string key) => Take(new Message("", [], null, key));

    public Talk SendPin(double latitude, double longitude) => Take(new Message("", [], new Pin(latitude, longitude), null));

    public Talk Wake() => Take(new TimePassed());

    public Talk Enter(string key, string flow, string? state, string? then, params (string Name, string Value)[] values) =>
        Take(new Enter(key, flow, state, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal), then is null ? null : Message.Of(then)));

    public Talk Take(Input input)
    {
        var says = new List<Say>();
        Events.Clear();
        Input? next = input;
        while (next is not null)
        {
            var result = _engine.Step(Session, next, Context);
            Session = SessionJson.Read(SessionJson.Write(result.Session));
            says.AddRange(result.Says);
            Events.AddRange(result.Events);
            WakeAt = result.WakeAt;
            next = null;
            if (result.Awaits is { } effect)
            {
                Effects.Add(effect);
                next = _outcomes.GetValueOrDefault(effect.Name) ?? First(effect);
            }
            else
            {
                Now += TimeSpan.FromSeconds(20);
            }
        }
        Says = says;
        return this;
    }

    private TurnContext Context => new(Now, Channel, Country, IsResponder, Line, new FakePlaces());

    private static EffectDone First(EffectCall call)
    {
        Assert.True(EffectCatalogue.TryFind(call.Name, out var effect));
        return new EffectDone(effect.Outcomes[0], effect.Gives.ToDictionary(g => g.Name, g => g.Name, StringComparer.Ordinal));
    }
}
