namespace OutreachBot.Flows.Running;

/// <summary>A frame while a turn works on it. Belongs to one turn; values are copied when one is first changed.</summary>
internal sealed class FrameDraft
{
    /// <summary>ATRAS goes back so many questions.</summary>
    private const int LongestTrail = 8;

    private static readonly Dictionary<string, RememberedAnswer> NoValues = new(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, RememberedAnswer> _values;
    private bool _copied;

    public FrameDraft(string flow, string state)
    {
        Flow = flow;
        State = state;
        _values = NoValues;
        Trail = [];
    }

    public FrameDraft(Frame frame)
    {
        Flow = frame.Flow;
        State = frame.State;
        _values = frame.Values;
        Waiting = frame.Waiting;
        Trail = frame.Trail;
        WakesAt = frame.WakesAt;
    }

    public string Flow { get; }

    public string State { get; set; }

    public Waiting? Waiting { get; set; }

    public IReadOnlyList<string> Trail { get; set; }

    public DateTimeOffset? WakesAt { get; set; }

    public IReadOnlyDictionary<string, RememberedAnswer> Values => _values;

    public RememberedAnswer? Value(string name) => _values.GetValueOrDefault(name);

    /// <summary>A value counts as known when there is something in it.</summary>
    public bool Knows(string name) => Value(name) is { } value && (value.Text.Length > 0 || value.Said is not null || value.Attachments.Count > 0);

    public void Set(string name, RememberedAnswer value)
    {
        Copy();
        ((Dictionary<string, RememberedAnswer>)_values)[name] = value;
    }

    public void Remove(string name)
    {
        if (_values.ContainsKey(name))
        {
            Copy();
            ((Dictionary<string, RememberedAnswer>)_values).Remove(name);
        }
    }

    /// <summary>Notes that a question was answered here.</summary>
    public void LeaveTrail(string state)
    {
        var kept = Trail.Count >= LongestTrail ? Trail.Skip(Trail.Count - LongestTrail + 1) : Trail;
        Trail = [.. kept, state];
    }

    public Frame ToFrame() => new(Flow, State, _values, Waiting, Trail, WakesAt);

    private void Copy()
    {
        if (!_copied)
        {
            _values = new Dictionary<string, RememberedAnswer>(_values, StringComparer.Ordinal);
            _copied = true;
        }
    }
}

/// <summary>A run while a turn works on it.</summary>
internal sealed class RunDraft(string key)
{
    public string Key { get; } = key;

    public List<FrameDraft> Frames { get; } = [];

    public PendingEffect? Pending { get; set; }

    public FrameDraft? Top => Frames.Count > 0 ? Frames[^1] : null;

    public FrameDraft? Under(FrameDraft frame) => Frames.IndexOf(frame) is > 0 and var at ? Frames[at - 1] : null;

    public static RunDraft Of(Run run)
    {
        var draft = new RunDraft(run.Key) { Pending = run.Pending };
        foreach (var frame in run.Frames)
        {
            draft.Frames.Add(new FrameDraft(frame));
        }
        return draft;
    }
}
