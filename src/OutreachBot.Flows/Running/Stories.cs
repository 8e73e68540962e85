using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Puts together what is told in several messages.</summary>
internal static class Stories
{
    /// <summary>About seven full messages; a flood beyond it is acknowledged and not kept.</summary>
    private const int LongestText = 12_000;

    private const int MostAttachments = 20;

    /// <summary>What follows is added to what was told; the same words twice in a row stand once.</summary>
    public static RememberedAnswer Join(RememberedAnswer before, RememberedAnswer more)
    {
        var text = before.Text;
        if (text.Length == 0)
        {
            text = more.Text;
        }
        else if (more.Text.Length > 0 && text.Length < LongestText && !EndsWithLine(text, more.Text))
        {
            text = text + "\n" + more.Text;
        }
        if (text.Length > LongestText)
        {
            var cut = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
            text = text[..cut];
        }
        IReadOnlyList<Attachment> attachments = more.Attachments.Count == 0
            ? before.Attachments
            : [.. before.Attachments.Concat(more.Attachments).Distinct().Take(MostAttachments)];
        return before with { Text = text, Attachments = attachments };
    }

    /// <summary>Adds to the story of a frame, and reads its signs anew.</summary>
    public static void Add(Turn turn, FrameDraft frame, RememberedValue value, string text, IReadOnlyList<Attachment> attachments)
    {
        var more = new RememberedAnswer(value.Kind, value.Privacy, text, null, attachments);
        frame.Set(value.Name, frame.Value(value.Name) is { } before ? Join(before, more) : more);
        ReadSigns(turn, frame, turn.FlowOf(frame), value.Name);
    }

    /// <summary>Flags that are read out of a text: once yes, they stay yes.</summary>
    public static void ReadSigns(Turn turn, FrameDraft frame, CompiledFlow flow, string text)
    {
        foreach (var sign in flow.Signs)
        {
            if (sign.Of == text && frame.Value(text) is { Text.Length: > 0 } told && frame.Value(sign.Name)?.Text != "yes")
            {
                var bears = turn.Book.Signs.Bears(sign.Sign!, told.Text);
                frame.Set(sign.Name, new RememberedAnswer(ValueKind.Flag, sign.Privacy, bears ? "yes" : "no", null, []));
            }
        }
    }

    private static bool EndsWithLine(string text, string line) =>
        text.EndsWith(line, StringComparison.Ordinal) && (text.Length == line.Length || text[text.Length - line.Length - 1] == '\n');
}
