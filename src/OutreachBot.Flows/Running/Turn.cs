using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>What one step works on: the session opened up, what is said, what happened. Belongs to one thread.</summary>
internal sealed class Turn
{
    private readonly Session _before;
    private readonly List<TurnEvent> _events = [];
    private readonly Dictionary<string, RunDraft> _runs;

    public Turn(FlowBook book, Session session, TurnContext context)
    {
        Book = book;
        Context = context;
        _before = session;
        _runs = new Dictionary<string, RunDraft>(session.Runs.Count + 1, StringComparer.Ordinal);
        foreach (var (key, run) in session.Runs)
        {
            _runs[key] = RunDraft.Of(run);
        }
        Language = session.Language;
        Focus = session.Focus;
        Kept = new KeptWords(session.Kept);
        LastAt = session.LastAt;
        Pace = session.Pace;
        Held = session.Held;
        Dormant = session.Dormant;
        DriftsTo = session.DriftsTo;
        Cover = session.Cover;
        IsNew = session.LastAt is null;
        Speaker = new Speaker(this);
    }

    public FlowBook Book { get; }

    public TurnContext Context { get; }

    public Speaker Speaker { get; }

    /// <summary>Null until known.</summary>
    public LanguageTag? Language { get; set; }

    public LanguageTag Speaks => Language ?? LanguageTag.Spanish;

    public string Focus { get; set; }

    public KeptWords Kept { get; }

    public DateTimeOffset? LastAt { get; set; }

    public Pace Pace { get; set; }

    public Message? Held { get; set; }

    public bool Dormant { get; set; }

    public string? DriftsTo { get; set; }

    public Cover Cover { get; set; }

    /// <summary>What was said before this turn.</summary>
    public IReadOnlyList<string> LastSaid => _before.LastSaid;

    /// <summary>A stranger: nothing came before this turn.</summary>
    public bool IsNew { get; }

    public TurnSpent Spent { get; set; } = TurnSpent.Nothing;

    /// <summary>The message tells something: the first question that knows what to do with it takes it.</summary>
    public bool OffersStory { get; set; }

    public EffectCall? Awaits { get; set; }

    /// <summary>Everything has been forgotten.</summary>
    public bool Erased { get; set; }

    /// <summary>What was said before must not be said again.</summary>
    public bool ForgetsSaid { get; set; }

    /// <summary>The flood rules leave this message without an answer.</summary>
    public bool Withheld { get; set; }

    /// <summary>This step goes on with a turn that waited for an effect.</summary>
    public bool GoesOn { get; set; }

    public IEnumerable<RunDraft> Runs => _runs.Values;

    public RunDraft Main => Open("");

    /// <summary>The run that a bare answer belongs to.</summary>
    /// <remarks>With nothing else open, the only run there is: an alert is then answered by a bare digit.</remarks>
    public RunDraft Focused
    {
        get
        {
            if (_runs.TryGetValue(Focus, out var run) && run.Top is not null)
            {
                return run;
            }
            return !IsOpen("") && _runs.Values.Count(r => r.Top is not null) == 1 ? _runs.Values.First(r => r.Top is not null) : Main;
        }
    }

    public void Note(TurnEvent happened) => _events.Add(happened);

    public RunDraft Open(string key)
    {
        if (!_runs.TryGetValue(key, out var run))
        {
            run = new RunDraft(key);
            _runs[key] = run;
        }
        return run;
    }

    /// <summary>She is somewhere in a flow.</summary>
    public bool IsAnythingOpen() => _runs.Values.Any(r => r.Top is not null);

    public bool IsOpen(string key) => _runs.TryGetValue(key, out var run) && run.Top is not null;

    public void Close(string key) => _runs.Remove(key);

    /// <summary>Ends everything that is open.</summary>
    public void CloseAll()
    {
        _runs.Clear();
        Focus = "";
        Held = null;
        Dormant = false;
        Awaits = null;
    }

    public CompiledFlow FlowOf(FrameDraft frame) => Book.Compile(frame.Flow, Speaks);

    public CompiledState StateOf(FrameDraft frame) => FlowOf(frame).States[frame.State];

    /// <summary>The frame that takes what is told: the nearest to the top whose flow has a story.</summary>
    public FrameDraft? StoryFrame(RunDraft run)
    {
        for (var at = run.Frames.Count - 1; at >= 0; at--)
        {
            if (FlowOf(run.Frames[at]).Story is not null)
            {
                return run.Frames[at];
            }
        }
        return null;
    }

    public TurnResult Finish()
    {
        var says = Speaker.Compose();
        if (Erased)
        {
            return new TurnResult(Session.Stranger with { Version = _before.Version }, says, Awaits, null, _events);
        }
        var session = _before with
        {
            Language = Language,
            Focus = IsOpen(Focus) ? Focus : "",
            Runs = CloseRuns(),
            Kept = Kept.ToList(),
            LastSaid = Remembered(says),
            LastAt = LastAt,
            Pace = Pace,
            Held = Held,
            Dormant = Dormant,
            DriftsTo = DriftsTo,
            Cover = Cover,
        };
        return new TurnResult(session, says, Awaits, Awaits is null ? Alarm.Next(Book, session) : null, _events);
    }

    private Dictionary<string, Run> CloseRuns()
    {
        var runs = new Dictionary<string, Run>(_runs.Count, StringComparer.Ordinal);
        foreach (var (key, run) in _runs)
        {
            if (run.Frames.Count == 0 && run.Pending is null)
            {
                continue;
            }
            if (Awaits is null)
            {
                ForgetOthersWords(run);
            }
            runs[key] = new Run(key, [.. run.Frames.Select(f => f.ToFrame())], run.Pending);
        }
        return runs;
    }

    /// <summary>Details shown once leave with the turn: a phone in other hands finds no case in its session.</summary>
    private void ForgetOthersWords(RunDraft run)
    {
        foreach (var frame in run.Frames)
        {
            foreach (var (name, value) in frame.Values)
            {
                if (value.Privacy == Privacy.Sealed && !Book.Flows[frame.Flow].Remembers.ContainsKey(name))
                {
                    frame.Remove(name);
                }
            }
        }
    }

    private IReadOnlyList<string> Remembered(IReadOnlyList<Say> says)
    {
        if (ForgetsSaid)
        {
            return [];
        }
        if (says.Count == 0)
        {
            return _before.LastSaid;
        }
        var texts = says.Where(s => !s.Once).Select(s => s.Text);
        return GoesOn ? [.. _before.LastSaid, .. texts] : [.. texts];
    }
}
