using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Relay;

/// <summary>Whether the two ends of a case still talk: either of them may end it.</summary>
internal sealed class CaseTalk(ITipStore tips, ICaseStore cases, IAlerting alerting)
{
    /// <summary>What waits goes, at both ends. When the reporter ends it, the number to ask back at goes too.</summary>
    public void End(UnitOfWork unit, TipId id, RelayEnd by)
    {
        // She agreed to hear how it ends, and may have asked to be called: that isn't the responder's to take back.
        var contact = by == RelayEnd.Responder ? cases.ContactOf(unit, id) : null;
        cases.Destroy(unit, id);
        unit.LeaveNoTrace();
        if (contact is not null)
        {
            cases.KeepContact(unit, id, contact);
        }
        if (tips.Find(unit, id) is { IsOver: false } tip)
        {
            Note(unit, id, by);
            // What she was told of is gone: she may be told of the next.
            alerting.NewsWasRead(unit, tip);
        }
    }

    /// <summary>What the reporter ended is ended for both; what her responder ended, the one who has the case then may begin anew.</summary>
    public bool IsEndedFor(UnitOfWork unit, TipId id, RelayEnd end) =>
        tips.DiscretionOf(unit, id).TalkEndedBy is { } by && (by == RelayEnd.Reporter || end == RelayEnd.Reporter);

    public void Resume(UnitOfWork unit, TipId id) => Note(unit, id, null);

    private void Note(UnitOfWork unit, TipId id, RelayEnd? by)
    {
        if (tips.DiscretionOf(unit, id) is var discretion && discretion.TalkEndedBy != by)
        {
            tips.Save(unit, id, discretion with { TalkEndedBy = by });
        }
    }
}
