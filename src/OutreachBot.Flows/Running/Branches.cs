using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Running;

/// <summary>Works out what a <c>when</c> finds.</summary>
internal static class Branches
{
    public static string Trigger(Turn turn, RunDraft run, FrameDraft frame, WhenStep branch)
    {
        var value = Value(turn, run, frame, branch.Subject);
        return value is not null && branch.Is.ContainsKey(value) ? Triggers.When(value) : Triggers.WhenElse;
    }

    private static string? Value(Turn turn, RunDraft run, FrameDraft frame, string subject)
    {
        if (subject.StartsWith("known ", StringComparison.Ordinal))
        {
            return YesNo(frame.Knows(subject[6..].Trim()));
        }
        var context = turn.Context;
        return subject switch
        {
            "@channel" => context.Channel == ChannelKind.Sms ? "sms" : "whatsapp",
            "@person" => turn.IsNew ? "new" : "returning",
            "@responder" => YesNo(context.IsResponder),
            "@language" => turn.Speaks.ToString(),
            "@country" => context.Country ?? "none",
            "@hotlines" => YesNo(context.Line.ShowHotlines && turn.Book.HotlinesOf(context.Country).Length > 0),
            "@emergency" => YesNo(context.Line.ShowHotlines && turn.Book.HasEmergencyLine(context.Country)),
            "@free" => YesNo(context.Line.FreeToSender),
            "@under" => run.Under(frame)?.Flow ?? "none",
            _ => frame.Value(subject)?.Text ?? Missing(turn, frame, subject),
        };
    }

    /// <summary>A flag that nobody has set is no.</summary>
    private static string? Missing(Turn turn, FrameDraft frame, string subject) =>
        turn.FlowOf(frame).Definition.Remembers.TryGetValue(subject, out var value) && value.Kind == ValueKind.Flag ? "no" : null;

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
