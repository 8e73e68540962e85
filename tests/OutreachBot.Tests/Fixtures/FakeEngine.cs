using OutreachBot.Conversations;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Tests.Fixtures;

/// <summary>An engine for tests of what is around it: answers every message with its number and words, or does as the test says.</summary>
internal sealed class FakeEngine : ITurnEngine
{
    private static readonly Dictionary<string, RememberedAnswer> NoArguments = new(StringComparer.Ordinal);

    /// <summary>Instead of the ordinary answer; null from it: the ordinary one after all.</summary>
    public Func<Session, Input, TurnContext, TurnResult?> Does { get; set; } = (_, _, _) => null;

    /// <summary>What it was given, in order.</summary>
    public List<Input> Inputs { get; } = [];

    public List<TurnContext> Contexts { get; } = [];

    public TurnResult Step(Session session, Input input, TurnContext context)
    {
        Inputs.Add(input);
        Contexts.Add(context);
        return Does(session, input, context) ?? Answer(session, input, context);
    }

    /// <summary>Words of the test's own, ended turn.</summary>
    public static TurnResult Says(Session session, TurnContext context, params string[] texts) => new(
        session with { LastAt = context.Now, LastSaid = texts }, [.. texts.Select(t => Say(t))], null, null, []);

    public static TurnResult Awaits(Session session, TurnContext context, string effect) => new(
        session with { LastAt = context.Now }, [], new EffectCall(effect, "", NoArguments), null, []);

    public static Say Say(string text, bool once = false) => new(text, ["test.prompt"], [], null, once);

    /// <summary>A run that waits for something.</summary>
    public static Dictionary<string, Run> Open(string key, string answer = "") => new(StringComparer.Ordinal)
    {
        [key] = new Run(
            key,
            [
                new Frame(
                    "flow",
                    "state",
                    new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal)
                    {
                        ["what"] = new(ValueKind.Story, Flows.Definitions.Privacy.Sealed, answer, null, [new Attachment(AttachmentKind.Voice, "handle")]),
                    },
                    new Waiting("which_place", ["BO-010101"], ["Sucre"], 1),
                    ["first"],
                    null),
            ],
            null),
    };

    private static TurnResult Answer(Session session, Input input, TurnContext context) => input switch
    {
        Message { Text: ['!', .. var effect] } => Awaits(session, context, effect),
        Message message => Says(session, context, $"{session.Version}: {message.Text}"),
        Enter enter => Says(session, context, $"{enter.Key}/{enter.Flow}/{enter.State}: {enter.Then?.Text}"),
        EffectDone done => Says(session, context, done.Outcome),
        _ => new TurnResult(session, [], null, null, []),
    };
}
