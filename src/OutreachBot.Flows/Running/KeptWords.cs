using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>What was told and belongs to no flow yet.</summary>
internal sealed class KeptWords(IReadOnlyList<RememberedAnswer> before)
{
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
