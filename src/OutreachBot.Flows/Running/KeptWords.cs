using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>What was told and belongs to no flow yet.</summary>
internal sealed class KeptWords(IReadOnlyList<RememberedAnswer> before)
{
    /// <summary>Letters; whoever types on beyond this is calling for a person, not telling.</summary>
    private const int MostScraps = 1_000;

    private List<RememberedAnswer>? _changed;

    private IReadOnlyList<RememberedAnswer> Now => _changed ?? before;

    public bool IsEmpty => Now.Count == 0;

    public void Add(Message message)
    {
        var text = message.Text.Trim();
        if (text.Length == 0 && message.Attachments.Count == 0)
        {
            return;
        }
        Add(new RememberedAnswer(ValueKind.Story, Privacy.Sealed, text, null, message.Attachments));
    }

    public void Add(RememberedAnswer answer)
    {
        if (answer.Kind == ValueKind.Story && Now.FirstOrDefault(k => k.Kind == ValueKind.Story) is { } story)
        {
            Changed()[Changed().IndexOf(story)] = Stories.Join(story, answer);
        }
        else
        {
            Changed().Add(answer);
        }
    }

    /// <summary>Words that answered nothing and tell too little to be a story; they go with the next one.</summary>
    public void AddScrap(string text)
    {
        var scrap = new RememberedAnswer(ValueKind.Text, Privacy.Sealed, text, null, []);
        if (Now.FirstOrDefault(k => k.Kind == ValueKind.Text) is not { } scraps)
        {
            Changed().Add(scrap);
        }
        else if (scraps.Text.Length < MostScraps)
        {
            Changed()[Changed().IndexOf(scraps)] = Stories.Join(scraps, scrap);
        }
    }

    /// <summary>Takes out what is kept of one kind; null where nothing is.</summary>
    public RememberedAnswer? Take(ValueKind kind)
    {
        var found = Now.FirstOrDefault(k => k.Kind == kind);
        if (found is not null)
        {
            Changed().Remove(found);
        }
        return found;
    }

    public void Clear() => Changed().Clear();

    public IReadOnlyList<RememberedAnswer> ToList() => Now;

    private List<RememberedAnswer> Changed() => _changed ??= [.. before];
}
