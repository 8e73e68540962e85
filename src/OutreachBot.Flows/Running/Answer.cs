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

    /// <summary>The words of a place that led nowhere stay with the place that is told after it.</summary>
    public Given After(RememberedAnswer? earlier) =>
        Kind == ValueKind.Place && earlier is { Kind: ValueKind.Place, Text: "" } && (earlier.Said is not null || earlier.Attachments.Count > 0)
            ? this with { Said = Joined(earlier.Said, Said), Attachments = [.. earlier.Attachments, .. Attachments] }
            : this;

    private static string? Joined(string? before, string? after) => before is null ? after : after is null ? before : before + ", " + after;

    public RememberedAnswer Marked(RememberedValue value) => new(value.Kind, value.Privacy, Text, Said, Attachments);

    public override string ToString() => $"[{Kind} given]";
}
