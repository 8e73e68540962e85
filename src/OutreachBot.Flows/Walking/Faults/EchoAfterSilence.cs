namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>echo_after_silence</c>: after a silence somebody else may hold the phone, and a message repeats what was told before it.</summary>
internal sealed class EchoAfterSilence : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn) =>
        from heard in turn.Passage.Says
        where (turn.From.Spot.Quiet != Quiet.No || turn.From.Spot.Session.Held is not null) && !GoesOn(turn) && !heard.Say.Once
        where Canaries.In(heard.Say.Text) is not null || (heard.Say.Text.Contains(WalkPlaces.Known, StringComparison.Ordinal) && turn.Frame?.Flow is { } flow && turn.FlowOf(flow).Definition.Audience == Definitions.Audience.Person)
        let prompt = heard.Say.Prompts[^1]
        select turn.Fault("echo_after_silence", turn.SaidAt(prompt),
            $"After a silence '{prompt}' repeats what was told before it", "Say nothing of it there; `idle: ask` holds the question back until she says that she goes on.");

    /// <summary>She has said that it is she: 1 to "shall we go on?".</summary>
    private static bool GoesOn(WalkedTurn turn) => turn.From.Spot.Session.Held is not null && turn.Move.Line == "> 1";
}
