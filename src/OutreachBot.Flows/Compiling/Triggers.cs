using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Compiling;

/// <summary>What moves a flow from one state to the next.</summary>
public static class Triggers
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unsure = "unsure";
    public const string Free = "free";
    public const string Answered = "answered";
    public const string Skipped = "skipped";
    public const string Unknown = "unknown";
    public const string Outside = "outside";
    public const string Tells = "tells";

    /// <summary>She names a place where something else is asked; it leads to a question for a place.</summary>
    public const string Places = "places";

    public const string Said = "said";
    public const string Done = "done";
    public const string Time = "time";
    public const string Message = "message";

    /// <summary>The question once more.</summary>
    public const string Again = "again";

    /// <summary>The clock, after <c>if_left</c>.</summary>
    public const string Left = "left";

    public const string WhenElse = "when:else";
    public const string AnyOutcome = "outcome:*";

    public static string Option(string key) => "option:" + key;

    public static string Outcome(string outcome) => "outcome:" + outcome;

    public static string When(string value) => "when:" + value;

    /// <summary>A word that is always there: <c>word:danger</c>.</summary>
    public static string Word(string concept) => "word:" + concept;
}

/// <summary>One way out of a state.</summary>
public readonly record struct Arrow(string Trigger, Target Target);

/// <summary>Works out the arrows of a step.</summary>
internal static class Arrows
{
    public static IReadOnlyList<Arrow> Of(Step step) => step switch
    {
        AskStep ask => OfQuestion(ask),
        SayStep say => [new(Triggers.Said, say.Then)],
        DoStep effect => [.. effect.Then.Select(t => new Arrow(Triggers.Outcome(t.Key), t.Value))],
        CallStep call => [new(Triggers.Done, call.Then)],
        WhenStep branch => OfBranch(branch),
        WaitStep { For: null } wait => [new(Triggers.Message, wait.OnMessage ?? wait.Then)],
        WaitStep wait => [new(Triggers.Time, wait.Then), new(Triggers.Message, wait.OnMessage ?? wait.Then)],
        _ => [],
    };

    private static List<Arrow> OfBranch(WhenStep branch)
    {
        var arrows = branch.Is.Select(w => new Arrow(Triggers.When(w.Key), w.Value)).ToList();
        arrows.Add(new Arrow(Triggers.WhenElse, branch.Else ?? Target.End));
        return arrows;
    }

    private static List<Arrow> OfQuestion(AskStep ask)
    {
        var arrows = new List<Arrow>();
        switch (ask.Kind)
        {
            case QuestionKind.YesNo:
                Add(arrows, Triggers.Yes, Route(ask, "yes"));
                Add(arrows, Triggers.No, Route(ask, "no"));
                break;
            case QuestionKind.Choice:
                arrows.AddRange(ask.Options.Select(o => new Arrow(Triggers.Option(o.Key), o.Value)));
                Add(arrows, Triggers.Free, ask.Routes.TryGetValue("free", out var free) ? free : null);
                break;
            case QuestionKind.Place:
                Add(arrows, Triggers.Answered, ask.Then);
                Add(arrows, Triggers.Unknown, Route(ask, "unknown"));
                Add(arrows, Triggers.Outside, Route(ask, "outside"));
                break;
            default:
                Add(arrows, Triggers.Answered, ask.Then);
                break;
        }
        Add(arrows, Triggers.Unsure, ask.Routes.TryGetValue("unsure", out var unsure) ? unsure : null);
        Add(arrows, Triggers.Tells, ask.Routes.TryGetValue("tells", out var tells) ? tells : null);
        Add(arrows, Triggers.Places, ask.Routes.TryGetValue(Triggers.Places, out var places) ? places : null);
        if (ask.Rules.Skippable)
        {
            Add(arrows, Triggers.Skipped, Route(ask, "skip"));
        }
        return arrows;
    }

    private static Target? Route(AskStep ask, string key) => ask.Routes.TryGetValue(key, out var target) ? target : ask.Then;

    private static void Add(List<Arrow> arrows, string trigger, Target? target)
    {
        if (target is { } goal)
        {
            arrows.Add(new Arrow(trigger, goal));
        }
    }
}
