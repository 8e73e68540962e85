using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>What a message says to the question that waits.</summary>
/// <param name="Trigger">The arrow it takes.</param>
/// <param name="Value">What is remembered of it; null: nothing.</param>
/// <param name="Rest">Words beside the answer that tell something.</param>
internal sealed record Answer(string Trigger, Given? Value = null, string? Rest = null)
{
    public override string ToString() => $"[answer {Trigger}]";
}

/// <summary>A value before it has its privacy mark.</summary>
internal sealed record Given(ValueKind Kind, string Text, string? Said, IReadOnlyList<Attachment> Attachments)
{
    public static Given Of(ValueKind kind, string text, string? said = null) => new(kind, text, said, []);

    public RememberedAnswer Marked(RememberedValue value) => new(value.Kind, value.Privacy, Text, Said, Attachments);

    public override string ToString() => $"[{Kind} given]";
}
