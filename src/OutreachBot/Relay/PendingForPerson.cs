using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary>Whether something waits for a reporter who agreed to be asked: a question, or that her case is over.</summary>
internal sealed class PendingForPerson(ITipStore tips, ICaseStore cases) : IPendingForPerson
{
    public EntryPoint? Find(UnitOfWork unit, Session session, ChannelKind shownOn) =>
        TipLinks.Cases(session).Any(tip => Waits(unit, tip, shownOn))
            ? new EntryPoint("follow_up", "pending", new Dictionary<string, string>(StringComparer.Ordinal))
            : null;

    private bool Waits(UnitOfWork unit, TipId tip, ChannelKind shownOn) =>
        cases.Waits(unit, tip, RelayEnd.Reporter)
        || (shownOn == ChannelKind.WhatsApp && cases.WaitsAside(unit, tip, RelayEnd.Reporter))
        || tips.Find(unit, tip) is { State: TipState.Closed };
}
