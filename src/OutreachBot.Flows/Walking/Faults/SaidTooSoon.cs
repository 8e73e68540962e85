namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>said_too_soon</c>: "we have told somebody" is said where the last alert came out otherwise, or none was raised.</summary>
internal sealed class SaidTooSoon : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn) =>
        from heard in turn.Passage.Says
        where !heard.Told.Anything()
        from prompt in heard.Say.Prompts
        where turn.WordsOf(prompt).All().Any(w => w.Prompt.ClaimsTold)
        select turn.Fault("said_too_soon", turn.SaidAt(prompt),
            $"'{prompt}' says that somebody has been told, and nobody has", "Lead there only from the outcome `told` of raise_alert, or `ok` of submit_tip.");
}
