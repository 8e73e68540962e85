using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Keeps the word that she chose to cover the thread with, once the host has found that it is a good one.</summary>
internal static class OwnWord
{
    private const string Effect = "choose_word";

    public static void Keep(Turn turn, FrameDraft frame, DoStep effect, string outcome)
    {
        if (effect.Effect == Effect && outcome == "ok" && Given(frame, effect, "word") is { } word && Collation.Key(word) is { Length: > 0 } key)
        {
            turn.Cover = turn.Cover with { Word = key, Notices = Given(frame, effect, "notices") == "yes" };
        }
    }

    private static string? Given(FrameDraft frame, DoStep effect, string parameter) =>
        !effect.With.TryGetValue(parameter, out var argument) ? null
        : argument.IsLiteral ? argument.Text
        : frame.Value(argument.Text)?.Text;
}
