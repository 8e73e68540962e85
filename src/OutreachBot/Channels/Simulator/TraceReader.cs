using OutreachBot.Conversations;
using OutreachBot.Flows.Running;

namespace OutreachBot.Channels.Simulator;

/// <summary>Turns what a turn did into what the page shows.</summary>
internal static class TraceReader
{
    public static InsideView? Read(TurnTrace? trace) => trace is null ? null : new InsideView(
        trace.Session.Language?.ToString(),
        [.. trace.Session.Runs.Values.Where(r => r.Frames.Count > 0).Select(Path)],
        [.. trace.Session.Runs.Values.SelectMany(r => r.Frames).SelectMany(f =>
            f.Values.Select(v => new ValueView(f.Flow, v.Key, v.Value.Privacy.ToString().ToLowerInvariant())))],
        trace.Effects,
        [.. trace.Events.Select(Read)]);

    private static string Path(Run run)
    {
        var path = string.Join(" › ", run.Frames.Select(f => $"{f.Flow}/{f.State}"));
        return run.Key.Length == 0 ? path : $"{run.Key}: {path}";
    }

    private static EventView Read(TurnEvent what) => what switch
    {
        StateEntered e => new("state", $"{e.Flow}/{e.State}"),
        ArrowTaken e => new("arrow", $"{e.Flow}/{e.From} · {e.Trigger} → {e.To ?? "end"}"),
        NotUnderstood e => new("unclear", $"{e.Flow}/{e.State} ×{e.InARow}"),
        GlobalWord e => new("word", e.Concept),
        LanguageChanged e => new("language", $"{e.From} → {e.To}"),
        StoryKept => new("kept", "story"),
        SessionMoved e => new("moved", $"{e.Flow}/{e.State}"),
        BudgetSpent e => new("budget", $"{e.Flow}/{e.State}"),
        _ => new("other", what.GetType().Name),
    };
}
