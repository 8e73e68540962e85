using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Running;

/// <summary>Puts prompts into words: language, channel, placeholders, the notice before Spanish, the mark of a draft.</summary>
internal sealed class Speaker(Turn turn)
{
    private static readonly Dictionary<string, string> NoValues = new(StringComparer.Ordinal);

    private readonly List<Piece> _pieces = [];
    private bool _aloud;

    /// <summary>Nothing is said: the clock began this turn, or SALIR ends it.</summary>
    public bool Silent { get; set; }

    /// <summary>Says one of the engine's own prompts.</summary>
    public void SayShared(string prompt, IReadOnlyDictionary<string, string>? values = null, IReadOnlyList<string>? options = null) =>
        Say(turn.Book.Shared(prompt, turn.Speaks), "shared." + prompt, new Subject(null, values ?? NoValues, options ?? []));

    /// <summary>Says a prompt of a frame's flow.</summary>
    public void SayPrompt(FrameDraft frame, string prompt) =>
        Say(turn.FlowOf(frame).WordingsOf(prompt), frame.Flow + "." + prompt, new Subject(frame, NoValues, []));

    /// <summary>Says a prompt that belongs to no conversation.</summary>
    public void SayUnasked(CompiledFlow flow, string prompt, IReadOnlyDictionary<string, string> values)
    {
        var wordings = flow.WordingsOf(prompt);
        var ask = flow.States.Values.Select(s => s.Step).OfType<AskStep>().FirstOrDefault(a => a.Prompt == prompt);
        Say(wordings, flow.Name + "." + prompt, new Subject(null, values, ask is null ? [] : OptionsOf(ask, wordings)));
    }

    /// <summary>Says a question with its options.</summary>
    public void SayQuestion(FrameDraft frame, AskStep ask)
    {
        var wordings = turn.FlowOf(frame).WordingsOf(ask.Prompt);
        Say(wordings, frame.Flow + "." + ask.Prompt, new Subject(frame, NoValues, OptionsOf(ask, wordings)));
    }

    /// <summary>Says the example of a question; false where its author wrote none.</summary>
    public bool SayHint(FrameDraft frame, AskStep ask)
    {
        var wordings = turn.FlowOf(frame).WordingsOf(ask.Prompt);
        if (wordings.Pick(turn.Context.Line.GoLive) is not { Hint: { } hint } wording)
        {
            return false;
        }
        var id = frame.Flow + "." + ask.Prompt;
        Add(wording, hint, id, new Subject(frame, NoValues, OptionsOf(ask, wordings)));
        return true;
    }

    /// <summary>Says again what was said last.</summary>
    public void Repeat(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            AddPiece(new Piece(text, "shared.repeat", [], null, Once: false));
        }
    }

    /// <summary>Sends the sound of a question; false where there is none.</summary>
    public bool SayAloud(FrameDraft frame, AskStep ask)
    {
        if (turn.FlowOf(frame).WordingsOf(ask.Prompt).Pick(turn.Context.Line.GoLive) is not { } wording
            || SoundOf(wording, frame.Flow + "." + ask.Prompt) is null)
        {
            return false;
        }
        _aloud = true;
        SayQuestion(frame, ask);
        _aloud = false;
        return true;
    }

    /// <summary>Says that a flow went wrong; the budget doesn't hold this back.</summary>
    public void SayTrouble()
    {
        turn.Spent = turn.Spent with { Says = Math.Min(turn.Spent.Says, Budget.Says - 1), NoticeGiven = true };
        SayShared(SharedPrompts.Trouble);
    }

    public IReadOnlyList<Say> Compose() => Composer.Compose(_pieces, turn.Context.Channel);

    /// <summary>What can be answered, as it is shown.</summary>
    public IReadOnlyList<string> OptionsOf(AskStep ask, Wordings wordings)
    {
        switch (ask.Kind)
        {
            case QuestionKind.Choice when wordings.Pick(turn.Context.Line.GoLive) is { } wording:
                return [.. ask.Options.Select(o => wording.Label(o.Key))];
            case QuestionKind.YesNo when turn.Book.Shared(SharedPrompts.YesNo, turn.Speaks).Pick(turn.Context.Line.GoLive) is { } yesNo:
                return [yesNo.Label("yes"), yesNo.Label("no")];
            case QuestionKind.Language:
                return [.. Tongue.Offered(turn).Select(NameOf)];
            default:
                return [];
        }
    }

    /// <summary>A language's own name, whether or not its flows may be shown.</summary>
    public string NameOf(LanguageTag language) =>
        turn.Book.Shared(SharedPrompts.LanguageName, language) is { Own: { } own } ? own.Prompt.Text
            : turn.Book.Keywords.Words.FirstOrDefault(w => w.Language == language && w.Concept == $"{LanguageWords.Prefix}{language}")?.Word ?? language.ToString();

    private void Say(Wordings wordings, string id, Subject subject)
    {
        if (wordings.Pick(turn.Context.Line.GoLive) is { } wording)
        {
            Add(wording, wording.For(turn.Context.Channel), id, subject);
        }
    }

    private void Add(Wording wording, Template template, string id, Subject subject)
    {
        if (Silent)
        {
            return;
        }
        // Who speaks a language without flows was told so when she was offered a person.
        if (wording.Language != turn.Speaks && !turn.Spent.NoticeGiven && Tongue.HasFlows(turn.Speaks))
        {
            turn.Spent = turn.Spent with { NoticeGiven = true };
            SayNotice();
        }
        var values = new Placeholders(turn, subject);
        var text = template.Fill(turn.Context.Channel, ref values);
        // By itself only what its author has given a sound: each costs a message, and makes the phone ring once more.
        var sound = _aloud || wording.Prompt.Audio is not null ? SoundOf(wording, id) : null;
        AddPiece(new Piece(Mark(wording, text), id, subject.Options, sound, values.HoldsOthersWords) { AudioFirst = wording.Prompt.SayFirst });
    }

    // A text message carries no sound.
    private string? SoundOf(Wording wording, string id) =>
        turn.Context.Channel == ChannelKind.Sms ? null : turn.Context.Line.Sounds.Find(wording.Language, id);

    private void AddPiece(Piece piece)
    {
        if (Silent || turn.Spent.Says >= Budget.Says)
        {
            return;
        }
        turn.Spent = turn.Spent with { Says = turn.Spent.Says + 1 };
        _pieces.Add(piece);
    }

    /// <summary>One line in both languages, where hers has it: what follows is Spanish.</summary>
    /// <remarks>In hers also before a review, if its words are attested: without it she isn't told why it is Spanish.</remarks>
    private void SayNotice()
    {
        var notice = turn.Book.Shared(SharedPrompts.NotInLanguage, turn.Speaks);
        var values = new Placeholders(turn, new Subject(null, NoValues, []));
        foreach (var wording in notice.All().Where(w => w.Language == LanguageTag.Spanish || w.Prompt.Status >= turn.Context.Line.GoLive || w.Prompt.From is not null))
        {
            AddPiece(new Piece(wording.For(turn.Context.Channel).Fill(turn.Context.Channel, ref values), "shared." + SharedPrompts.NotInLanguage, [], null, Once: false));
        }
    }

    private string Mark(Wording wording, string text)
    {
        var line = turn.Context.Line;
        if (!line.MarkDrafts || turn.Spent.MarkGiven || wording.Language == LanguageTag.Spanish || wording.Prompt.Status == ReviewStatus.Approved)
        {
            return text;
        }
        turn.Spent = turn.Spent with { MarkGiven = true };
        var mark = turn.Book.Shared(SharedPrompts.DraftMark, turn.Speaks).Pick(line.GoLive);
        return mark is null ? text : text + " " + Fold(mark.Prompt.Text);
    }

    private string Fold(string text) => turn.Context.Channel == ChannelKind.Sms ? SmsFold.Fold(text, turn.Speaks) : text;
}

/// <summary>What a prompt is filled from.</summary>
/// <param name="Frame">Whose values; null for the engine's own prompts.</param>
/// <param name="Values">Values given for this prompt alone.</param>
/// <param name="Options">Labels, in the order of their numbers.</param>
internal readonly record struct Subject(FrameDraft? Frame, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Options);

/// <summary>One prompt put into words, before it is joined with others to messages.</summary>
internal readonly record struct Piece(string Text, string Prompt, IReadOnlyList<string> Options, string? Audio, bool Once)
{
    public bool AudioFirst { get; init; }

    public override string ToString() => $"[piece {Prompt}]";
}

/// <summary>What a turn may do: no flow file can hang or flood.</summary>
internal static class Budget
{
    public const int Arrows = 40;
    public const int Says = 8;
    public const int Effects = 12;
}
